package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.conversation.ConversationSummary;
import io.switchboard.forget.ForgetSettings;
import io.switchboard.markup.PlainText;
import io.switchboard.member.MemberId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a member leaves behind, nothing of it is in any column of any table afterwards. */
class ForgetMeTest {
  private static final String SECRET = "xylophone";

  private final Town town = new Town(Town.generous());

  @AfterEach
  void close() {
    town.close();
  }

  private MemberId id(Person person) {
    return town.members.recognize(person).id();
  }

  private void ask(Person person, String text) {
    town.say(person, Town.GROUP, text, null, true);
    assertThat(town.answer("answer about " + text)).isPresent();
  }

  /** Something of Alice's everywhere. */
  private void live() {
    town.switchCommunity(true);
    town.exchange(town.alice, "What is a " + SECRET + "?", "A " + SECRET + " is…");
    town.command(town.alice, "retry");
    assertThat(town.answer("Another " + SECRET)).isPresent();
    town.command(town.alice, "share 24h");
    town.press(town.alice, "Share");
    town.command(town.alice, "link");
    town.command(town.alice, "language ko");
    town.command(town.alice, "language en");
    town.command(town.admin, "limit set @alice 50/day");
    town.command(town.admin, "limit boost @alice 100 for 2h");
    town.command(town.admin, "member allow memory:alice");
    town.command(town.alice, "usage");
    town.command(town.admin, Town.GROUP, "conversation shared");
    ask(town.alice, "Our " + SECRET);
    ask(town.bob, "Bob’s own");
    town.receive(
        new IncomingMessage(
            town.origin(town.alice, Town.alone(town.alice)),
            new MessageId("memory:from-alice"),
            "waiting " + SECRET,
            null,
            true,
            List.of()));
  }

  /** Everything in the database in which one of these words is. */
  private List<String> found(String... words) {
    List<String> found = new ArrayList<>();
    town.database.read(
        h -> {
          List<List<String>> columns =
              h.createQuery(
                      "select table_name, column_name from information_schema.columns where"
                          + " table_schema in ('PUBLIC', 'public')")
                  .map((rs, c) -> List.of(rs.getString(1), rs.getString(2)))
                  .list();
          assertThat(columns).hasSizeGreaterThan(100);
          for (List<String> column : columns) {
            String name = "\"" + column.get(1) + "\"";
            for (String word : words) {
              h.createQuery(
                      "select cast("
                          + name
                          + " as varchar) from \""
                          + column.get(0)
                          + "\" where"
                          + " lower(cast("
                          + name
                          + " as varchar)) like '%"
                          + word
                          + "%'")
                  .mapTo(String.class)
                  .forEach(value -> found.add(column + ": " + value));
            }
          }
          return true;
        });
    return found;
  }

  @Test
  void nothingIsLeftInAnyTable() {
    live();
    assertThat(found(SECRET, "alice")).hasSizeGreaterThan(20);
    town.command(town.alice, "forgetme");
    assertThat(town.last(town.alice).text()).contains("your 2 conversations", "one live link");
    var question = town.last(town.alice);
    town.press(town.bob, Town.alone(town.bob), question, question.presses().getFirst());
    assertThat(town.last(town.bob).text()).contains("belongs to somebody else");
    long number = id(town.alice).value();
    town.press(town.alice, "Yes, forget me");
    assertThat(found(SECRET, "alice")).isEmpty();
    assertThat(town.last(town.alice).text()).contains("forgotten");
    assertThat(town.members.find(new MemberId(number))).isEmpty();
    assertThat(town.platform.everything()).doesNotContain("A " + SECRET + " is", "Our " + SECRET);
  }

  @Test
  void othersKeepWhatIsTheirs() {
    live();
    town.command(town.alice, "forgetme");
    town.press(town.alice, "Yes, forget me");
    List<ConversationSummary> bobs = town.conversations.list(id(town.bob));
    assertThat(bobs).singleElement().matches(ConversationSummary::own);
    assertThat(town.conversations.path(bobs.getFirst().id(), id(town.bob)))
        .extracting(turn -> turn.question())
        .containsExactly("", "Bob’s own");
    ask(town.bob, "And now?");
    assertThat(town.conversations.path(bobs.getFirst().id(), id(town.bob))).hasSize(3);
  }

  @Test
  void aBanIsNotEscapedThatWay() {
    town.exchange(town.alice, "hello", "hi");
    town.command(town.admin, "member ban memory:alice");
    town.forgetting.forget(id(town.alice));
    town.say(town.alice, "let me in");
    assertThat(town.last(town.alice).text()).contains("does not let you in");
  }

  @Test
  void whatNobodyUsesGoesByItself() {
    live();
    assertThat(town.answer("late")).isPresent();
    town.exchange(town.bob, "Old question", "old answer");
    town.time.step(Duration.ofDays(20));
    town.exchange(town.bob, "What is new?", "this");
    var settings = new ForgetSettings(Duration.ofDays(30), Duration.ofDays(60));
    town.time.step(Duration.ofDays(15));
    town.forgetting(settings).sweep();
    assertThat(found("our " + SECRET)).isEmpty();
    assertThat(town.conversations.list(id(town.bob))).hasSize(1);
    town.time.step(Duration.ofDays(50));
    town.exchange(town.bob, "Still here", "yes");
    town.forgetting(settings).sweep();
    assertThat(found("alice")).isEmpty();
    assertThat(found("bob")).isNotEmpty();
  }

  @Test
  void aLinkThatIsOnItsWayMeanwhileLeavesNoTitleBehind() {
    town.exchange(town.alice, "My secret love", "Chemistry.");
    town.command(town.alice, "share");
    MemberId alice = id(town.alice);
    town.platform.whenSent(
        reply -> {
          if (PlainText.of(reply.body()).contains("https://chat.example/s/")) {
            town.forgetting.forget(alice);
          }
        });
    town.press(town.alice, "Share");
    town.settle();
    assertThat(town.chat(town.alice)).noneMatch(m -> m.text().contains("https://chat.example/s/"));
  }

  @Test
  void whatSomebodyHasJustAskedInIsUsedThoughTheirQuestionStillWaits() {
    town.exchange(town.bob, "About pears", "Yes.");
    town.time.step(Duration.ofDays(40));
    town.say(town.bob, "And plums?");
    town.forgetting(new ForgetSettings(Duration.ofDays(30), Duration.ZERO)).sweep();
    assertThat(town.answer("Plums too.")).isPresent();
    assertThat(town.conversations.list(id(town.bob)))
        .singleElement()
        .satisfies(c -> assertThat(c.turns()).isEqualTo(2));
  }

  private void forget(Person person) {
    town.command(person, "forgetme");
    town.press(person, "Yes, forget me");
  }

  private long rows(String table) {
    return town.database.read(
        h -> h.createQuery("select count(*) from " + table).mapTo(long.class).one());
  }

  @Test
  void itIsNoWayToAFreshQuota() {
    try (Town strict = new Town()) {
      strict.exchange(strict.alice, "One", "1");
      strict.exchange(strict.alice, "Two", "2");
      for (int i = 0; i < 3; i++) {
        strict.command(strict.alice, "forgetme");
        strict.press(strict.alice, "Yes, forget me");
        strict.command(strict.alice, "usage");
        assertThat(strict.last(strict.alice).text())
            .contains(i < 2 ? "2 of 3 questions per hour" : "3 of 3 questions per hour");
        if (i == 1) {
          strict.exchange(strict.alice, "Three", "3");
        }
      }
      strict.say(strict.alice, "Four");
      assertThat(strict.last(strict.alice).text()).contains("used up your 3 questions per hour");
      strict.time.step(Duration.ofHours(1));
      strict.exchange(strict.alice, "Later", "4");
    }
  }

  @Test
  void limitsThatAdminsSetStayAndTheRestEndsWithTheLongestWindow() {
    town.exchange(town.alice, "Hello", "Hi");
    town.exchange(town.bob, "Hello", "Hi");
    town.command(town.admin, "limit set @alice 1/day");
    forget(town.alice);
    forget(town.bob);
    assertThat(rows("forgotten_mark")).isEqualTo(2);
    assertThat(found("alice")).isEmpty();
    town.command(town.alice, "usage");
    assertThat(town.last(town.alice).text()).contains("1 of 1 question per day, 0 left");
    town.command(town.admin, "limit reset @alice");
    forget(town.alice);
    assertThat(rows("limit_override")).isZero();
    town.time.step(Duration.ofDays(33));
    town.forgetting.sweep();
    assertThat(rows("forgotten_mark")).isZero();
  }
}
