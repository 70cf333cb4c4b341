package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.message.Button;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is missing from a command is asked for, and the reply of whoever was asked is taken. */
class PromptsInChatTest {
  private static final Place GROUP = Town.GROUP;

  private final Town town = new Town(Town.generous());

  @AfterEach
  void close() {
    town.close();
  }

  private MemoryPlatform.Shown asked(Person person, String line) {
    town.command(person, GROUP, line);
    MemoryPlatform.Shown asked = town.platform.last(GROUP.id());
    assertThat(asked.reply().prompt()).as("/" + line + " asks: " + asked.text()).isNotNull();
    return asked;
  }

  private String reply(Person person, MemoryPlatform.Shown to, String text) {
    town.say(person, GROUP, text, to.id(), true);
    return town.platform.last(GROUP.id()).text();
  }

  @Test
  void anAnnouncementIsAskedForStepByStep() {
    town.command(town.admin, GROUP, "announce");
    MemoryPlatform.Shown to = town.platform.last(GROUP.id());
    assertThat(to.labels()).contains("all", "places", "members", "Leave it");
    town.press(town.admin, GROUP, to, to.button("places"));
    MemoryPlatform.Shown what = town.platform.last(GROUP.id());
    assertThat(what.text()).contains("What should be announced?");
    assertThat(reply(town.admin, what, "We move on Friday.")).contains("1 place", "We move on");
    assertThat(town.answer("nothing")).as("no question for the account").isEmpty();
  }

  @Test
  void onlyTheReplyOfWhoeverWasAskedCountsAndOnlyOnce() {
    MemoryPlatform.Shown asked = asked(town.admin, "announce places");
    town.command(town.alice, "status");
    assertThat(reply(town.alice, asked, "Hacked")).contains("Somebody else was asked");
    assertThat(reply(town.admin, asked, " ")).contains("reply with a text");
    MemoryPlatform.Shown again = town.platform.last(GROUP.id());
    assertThat(reply(town.admin, again, "Friday")).contains("Friday");
    assertThat(reply(town.admin, asked, "Monday")).contains("This question is over");
    assertThat(town.answer("nothing")).isEmpty();
  }

  @Test
  void itIsOverAfterAnHourAndWhenItIsLeft() {
    MemoryPlatform.Shown late = asked(town.admin, "announce all");
    town.time.step(Duration.ofMinutes(61));
    assertThat(reply(town.admin, late, "Friday")).contains("This question is over");
    MemoryPlatform.Shown left = asked(town.admin, "announce all");
    town.command(town.admin, GROUP, "cancel");
    assertThat(town.platform.last(GROUP.id()).text()).isEqualTo("Left as it was.");
    assertThat(reply(town.admin, left, "Friday")).contains("This question is over");
    town.command(town.admin, GROUP, "cancel");
    assertThat(town.platform.last(GROUP.id()).text()).contains("/cancel");
    assertThat(town.answer("nothing")).isEmpty();
  }

  @Test
  void anotherProcessKnowsWhatWasAsked() {
    MemoryPlatform.Shown asked = asked(town.admin, "announce places");
    try (FrontDesk other = town.open()) {
      other.receive(
          new IncomingMessage(
              town.origin(town.admin, GROUP),
              new MessageId("memory:elsewhere"),
              "We move.",
              asked.id(),
              true,
              List.of()));
    }
    assertThat(town.platform.last(GROUP.id()).text()).contains("We move.");
  }

  @Test
  void aQuestionIsAskedFor() {
    MemoryPlatform.Shown asked = asked(town.alice, "ask");
    town.say(town.alice, GROUP, "Why is the sky blue?", asked.id(), true);
    assertThat(town.answer("Because"))
        .hasValueSatisfying(q -> assertThat(q.text()).isEqualTo("Why is the sky blue?"));
  }

  @Test
  void whatIsOnNoButtonIsAskedFor() {
    town.command(town.alice, "status");
    town.command(town.admin, GROUP, "limit set memory:alice");
    MemoryPlatform.Shown choice = town.platform.last(GROUP.id());
    Button.Press other = choice.button("Something else…");
    assertThat(form(town.admin, other)).isTrue();
    assertThat(form(town.alice, other)).isFalse();
    town.press(town.admin, GROUP, choice, other);
    MemoryPlatform.Shown asked = town.platform.last(GROUP.id());
    assertThat(asked.text()).contains("/limit set memory:alice");
    assertThat(reply(town.admin, asked, "33/day")).contains("33");
    town.receive(
        new ButtonPress(town.origin(town.admin, GROUP), choice.id(), other.action(), "44/day"));
    assertThat(town.platform.last(GROUP.id()).text()).contains("44");
  }

  @Test
  void whoMayNotIsNotAskedEither() {
    town.command(town.alice, "status");
    long alice = town.members.recognize(town.alice).id().value();
    String forged = new AdminAction.Write(alice, "announce all").encode();
    MemoryPlatform.Shown some = town.last(town.alice);
    assertThat(form(town.alice, new Button.Press("x", forged))).isFalse();
    town.press(town.alice, Town.alone(town.alice), some, new Button.Press("x", forged));
    assertThat(town.last(town.alice).text()).contains("for admins only");
    assertThat(town.audit.recent(1).getFirst().toString()).contains("/announce all");
  }

  private boolean form(Person person, Button.Press button) {
    return town.desk
        .form(
            new ButtonPress(
                town.origin(person, GROUP), new MessageId("memory:1"), button.action(), ""))
        .isPresent();
  }

  @Test
  void aTitleIsAskedFor() {
    town.exchange(town.alice, "Cats", "Meow");
    town.command(town.alice, "conversations rename");
    town.say(
        town.alice, Town.alone(town.alice), "All about cats", town.last(town.alice).id(), true);
    assertThat(town.last(town.alice).text()).contains("All about cats");
    town.command(town.alice, "share");
    town.press(town.alice, "Share");
    town.command(town.alice, "shares rename 1");
    town.say(town.alice, Town.alone(town.alice), "Whiskers", town.last(town.alice).id(), true);
    assertThat(town.last(town.alice).text()).contains("Whiskers");
  }

  @Test
  void theStaffDeclinesInItsOwnWordsAndTheAuthorIsTold() {
    town.command(town.admin, "community on");
    town.command(town.admin, "community approval on");
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "share");
    town.press(town.alice, "Share, and post in the community");
    String mark =
        town.community.approvalCard().present(new ShareId(1)).orElseThrow().buttons().stream()
            .flatMap(List::stream)
            .filter(Button.Press.class::isInstance)
            .flatMap(b -> Action.parse(((Button.Press) b).action()).stream())
            .filter(CommunityAction.Judge.class::isInstance)
            .map(a -> ((CommunityAction.Judge) a).mark())
            .findFirst()
            .orElseThrow();
    town.receive(
        new ButtonPress(
            town.origin(town.admin, GROUP),
            town.platform.last(Town.alone(town.admin).id()).id(),
            new CommunityAction.Judge(1, mark, CommunityAction.Judge.WORDS).encode()));
    MemoryPlatform.Shown asked = town.platform.last(GROUP.id());
    assertThat(asked.text()).contains("Why?");
    assertThat(reply(town.admin, asked, "Please add a source")).contains("declined");
    assertThat(town.community.item(new ShareId(1)))
        .hasValueSatisfying(i -> assertThat(i.state()).isEqualTo(ItemRow.State.DECLINED));
    await()
        .untilAsserted(
            () ->
                assertThat(town.chat(town.alice).stream().map(MemoryPlatform.Shown::text))
                    .anySatisfy(text -> assertThat(text).contains("Please add a source")));
  }

  @Test
  void whichLinkIsMeantIsAskedByButtons() {
    town.exchange(town.alice, "Pears?", "Green.");
    town.command(town.alice, "shares rename");
    assertThat(town.last(town.alice).text()).contains("no live links");
    town.command(town.alice, "share 24h");
    town.press(town.alice, "Share");
    town.command(town.alice, "shares rename");
    MemoryPlatform.Shown which = town.last(town.alice);
    assertThat(which.text()).startsWith("/shares rename: choose").contains("/shares rename 1");
    assertThat(which.labels()).containsExactly("1 · Pears?", "Leave it");
    town.press(town.alice, "1 · Pears?");
    assertThat(town.last(town.alice).text()).contains("What should “Pears?” be called?");
  }

  @Test
  void howOftenALinkMayBeOpenedIsAskedByButtons() {
    town.exchange(town.alice, "Pears?", "Green.");
    town.command(town.alice, "share 24h");
    town.press(town.alice, "Share");
    town.command(town.alice, "shares views");
    town.press(town.alice, "1 · Pears?");
    MemoryPlatform.Shown asked = town.last(town.alice);
    assertThat(asked.text()).contains("How often may “Pears?” be opened", "/shares views 1 25");
    assertThat(asked.labels())
        .containsExactly("1", "10", "100", "any number of times", "Something else…", "Leave it");
    town.press(town.alice, "10");
    assertThat(town.last(town.alice).text()).contains("It can be opened 10 times");
    town.command(town.alice, "shares views 1");
    town.press(town.alice, "Something else…");
    town.say(town.alice, Town.alone(town.alice), "7", town.last(town.alice).id(), true);
    assertThat(town.last(town.alice).text()).contains("It can be opened 7 times");
    town.command(town.alice, "shares views 1");
    town.press(town.alice, "any number of times");
    assertThat(town.last(town.alice).text()).doesNotContain("It can be opened");
    town.command(town.bob, "shares views 1");
    assertThat(town.last(town.bob).text()).doesNotContain("Pears");
  }

  @Test
  void aPasswordIsAskedForAndNotTakenAwayByAnEmptyWord() {
    town.exchange(town.alice, "Pears?", "Green.");
    town.command(town.alice, "share 24h");
    town.press(town.alice, "Share");
    town.command(town.alice, "shares password");
    town.press(town.alice, "1 · Pears?");
    MemoryPlatform.Shown asked = town.last(town.alice);
    assertThat(asked.text())
        .contains("Which password should “Pears?” ask for?", "/shares password 1 off");
    assertThat(asked.reply().prompt()).isNotNull();
    town.say(town.alice, Town.alone(town.alice), "open sesame", asked.id(), true);
    assertThat(town.last(town.alice).text()).contains("password");
    assertThat(locked()).isTrue();
    town.command(town.alice, "shares password 1");
    assertThat(locked()).isTrue();
    town.command(town.alice, GROUP, "shares password 1");
    assertThat(town.platform.last(GROUP.id()).text()).contains("private chat");
    town.command(town.alice, "shares password 1 off");
    assertThat(locked()).isFalse();
  }

  private boolean locked() {
    return town.database.read(
        h ->
            h.createQuery("select count(*) from share where password_hash is not null")
                    .mapTo(int.class)
                    .one()
                > 0);
  }

  @Test
  void whoWantsToComeInIsAskedForTheirInvitation() {
    town.command(town.admin, "member invite for 7d uses 5");
    Matcher code = Pattern.compile("/join ([A-Z2-9]{12})").matcher(town.last(town.admin).text());
    assertThat(code.find()).isTrue();
    town.command(town.stranger, "join");
    MemoryPlatform.Shown asked = town.last(town.stranger);
    assertThat(asked.text()).contains("reply to this message with its code");
    assertThat(asked.reply().prompt()).isNotNull();
    Place alone = Town.alone(town.stranger);
    town.say(town.stranger, alone, "AAAAAAAAAAAA", asked.id(), true);
    assertThat(town.last(town.stranger).text()).contains("This invitation does not exist");
    town.say(town.stranger, alone, code.group(1).toLowerCase(Locale.ROOT), asked.id(), true);
    assertThat(town.last(town.stranger).text()).contains("Welcome, you are in!");
    town.command(town.stranger, "join");
    assertThat(town.last(town.stranger).text()).contains("You are in already");
  }
}
