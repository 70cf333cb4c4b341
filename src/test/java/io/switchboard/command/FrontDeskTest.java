package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.message.Button;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDeskTest extends InTown {
  @ParameterizedTest
  @CsvSource({
    "shrae, /share",
    "ak, /ask",
    "helpp, /help",
    "langauge, /language",
    "statsu, /status"
  })
  void theNearestCommandIsSuggested(String typed, String meant) {
    town.command(town.alice, typed);
    assertThat(town.last(town.alice).text()).contains("/" + typed).contains(meant + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz", "paint a cat", "limits?"})
  void whatIsNotThereIsUnknown(String line) {
    town.command(town.alice, line);
    assertThat(town.last(town.alice).text()).contains("I don’t know the command");
  }

  @Test
  void helpShowsWhatTheAskerMayDo() {
    town.command(town.alice, "start");
    assertThat(town.last(town.alice).text()).contains("/ask").doesNotContain("/limit");
    town.command(town.admin, "help");
    assertThat(town.chat(town.admin)).hasSize(2);
    assertThat(town.chat(town.admin).getFirst().text()).contains("/ask").doesNotContain("/limit");
    assertThat(town.last(town.admin).text()).contains("/limit");
  }

  @Test
  void limitsAreForAdmins() {
    town.say(town.alice, "let me be known");
    town.command(town.alice, "limit set @alice 500/day");
    assertThat(town.last(town.alice).text()).contains("for admins only");
    town.command(town.admin, "limit set @alice 1/day");
    assertThat(town.last(town.admin).text())
        .isEqualTo("The limit of alice is now 1 question per day.");
    town.say(town.alice, "two");
    assertThat(town.last(town.alice).text()).contains("1 question per day");
    town.command(town.admin, "limit show @alice");
    assertThat(town.last(town.admin).text())
        .contains("1 of 3 questions per hour")
        .contains("1 of 1 question per day");
    town.command(town.admin, "limit reset memory:alice");
    assertThat(town.audit.recent(9))
        .extracting(AuditEntry::what)
        .containsExactly("limit reset", "limit set", "refused");
    town.command(town.alice, "usage");
    assertThat(town.last(town.alice).text()).contains("0 of 3 questions per hour, 3 left");
    town.command(town.admin, "usage");
    assertThat(town.last(town.admin).text()).contains("no limit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit",
        "limit set",
        "limit set @alice",
        "limit set @alice many/day",
        "limit set @alice 5/fortnight",
        "limit set @alice -5/day",
        "limit frob @alice",
        "limit show",
        "limit show @alice now"
      })
  void wrongArgumentsAreAnsweredWithWhatWorks(String line) {
    town.say(town.alice, "let me be known");
    town.command(town.admin, line);
    String verb = line.contains("show") ? "show @alice" : "set @alice 50/day";
    assertThat(town.last(town.admin).text()).contains("/limit " + verb);
  }

  @Test
  void somebodyNeverSeenIsNamedAsSuch() {
    town.command(town.admin, "limit show @*nobody*");
    assertThat(town.last(town.admin).text()).contains("“@*nobody*”");
  }

  @Test
  void theChosenLanguageCountsAndThePlatformsOtherwise() {
    Person kim = Town.person("kim", Locale.KOREA);
    town.command(kim, "new");
    assertThat(town.last(kim).text()).contains("새 대화");
    town.command(kim, "language");
    assertThat(town.last(kim).labels())
        .containsExactly("English", "简体中文", "繁體中文", "한국어", "앱 언어 따르기");
    town.press(kim, "繁體中文");
    assertThat(town.last(kim).text()).contains("從現在起");
    town.command(kim, "language auto");
    assertThat(town.last(kim).text()).contains("한국어");
    town.command(kim, "language EN");
    assertThat(town.last(kim).text()).isEqualTo("From now on I speak English with you.");
    town.command(kim, "language tlh");
    assertThat(town.last(kim).text()).contains("“tlh”").contains("/language ko");
  }

  @Test
  void conversationsAreListedContinuedAndRenamed() {
    town.command(town.alice, "conversations");
    assertThat(town.last(town.alice).text()).contains("no conversations yet");
    town.exchange(town.alice, "the first", "ONE");
    town.command(town.alice, "new");
    town.exchange(town.alice, "the second", "TWO");
    town.command(town.alice, "conversations");
    assertThat(town.last(town.alice).text())
        .contains("2 conversations")
        .contains("the second (you are here): one question");
    town.press(town.alice, "Go on with: the first");
    town.command(town.alice, "conversations rename  My *first* one ");
    assertThat(town.last(town.alice).text()).contains("“My *first* one”");
    town.command(town.bob, "conversations");
    assertThat(town.last(town.bob).text()).contains("no conversations yet");
  }

  @Test
  void statusSaysHowMuchThereIsToDo() {
    town.say(town.alice, "one");
    assertThat(town.queue.claim("main", 1)).isPresent();
    town.say(town.alice, "two");
    town.command(town.alice, "status");
    assertThat(town.last(town.alice).text())
        .contains("Being answered now: 1. Waiting: 1.")
        .contains("Waiting, next in line");
    town.command(town.bob, "status");
    assertThat(town.last(town.bob).text()).contains("None of them is yours");
  }

  @Test
  void aButtonOfAnotherVersionDoesNothing() {
    town.command(town.alice, "help");
    town.press(
        town.alice,
        Town.alone(town.alice),
        town.last(town.alice),
        new Button.Press("?", "teleport:5"));
    assertThat(town.last(town.alice).text()).contains("does nothing any more");
  }

  @Test
  void whatGoesWrongIsSaidWithANumber() {
    breakTheLedger();
    town.command(town.alice, "usage");
    assertThat(town.last(town.alice).text())
        .containsPattern("Something went wrong on our side. .* this number: [0-9A-F]{6}");
  }

  @Test
  void aQuestionThatCanNeverBeStoredDoesNotComeBackForEver() {
    breakTheLedger();
    IncomingMessage question =
        new IncomingMessage(
            town.origin(town.alice, Town.alone(town.alice)),
            new MessageId("memory:q"),
            "why?",
            null,
            true,
            List.of());
    assertThatThrownBy(() -> town.receive(question)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> town.receive(question)).isInstanceOf(RuntimeException.class);
    assertThat(town.chat(town.alice)).isEmpty();
    town.receive(question);
    assertThat(town.last(town.alice).text()).contains("Something went wrong");
    town.receive(question);
    assertThat(town.chat(town.alice)).hasSize(1);
  }

  private void breakTheLedger() {
    town.command(town.alice, "help");
    town.platform.forget();
    town.database.useTransaction(h -> h.execute("alter table usage_entry rename to elsewhere"));
  }

  @Test
  void theMenuFitsEveryPlatformInEveryLanguage() {
    assertThat(town.catalogue.menu(new Texts()).entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.name()).matches("[a-z]{1,32}");
              assertThat(entry.descriptions()).containsOnlyKeys(Texts.languages());
              assertThat(entry.descriptions().values())
                  .allSatisfy(d -> assertThat(d).isNotBlank().hasSizeLessThanOrEqualTo(100));
              boolean optional = false;
              for (CommandMenu.Option option : entry.options()) {
                assertThat(option.descriptions().values())
                    .allSatisfy(d -> assertThat(d).isNotBlank().hasSizeLessThanOrEqualTo(100));
                assertThat(option.required() && optional).as("required ones come first").isFalse();
                optional |= !option.required();
              }
            });
  }

  @Test
  void adminsSwitchTheCommunity() {
    town.command(town.alice, "community on");
    assertThat(town.last(town.alice).text()).contains("for admins only");
    town.command(town.admin, "community");
    assertThat(town.last(town.admin).text()).contains("is off").contains("The garden (Memory)");
    town.command(town.admin, "community on");
    assertThat(town.last(town.admin).text()).contains("is on");
    town.command(town.admin, "community maybe");
    assertThat(town.last(town.admin).text()).contains("/community approval on");
    assertThat(town.audit.recent(9))
        .extracting(AuditEntry::what)
        .containsExactly("community on", "refused");
  }

  /** The platform delivers to whoever listens now what another process has done already. */
  @Test
  void whatAnotherProcessDidIsNotDoneAgain() {
    IncomingCommand invite =
        new IncomingCommand(
            town.origin(town.admin, Town.alone(town.admin)), "member", "invite", null, List.of());
    town.receive(invite);
    IncomingCommand again =
        new IncomingCommand(
            town.origin(town.alice, Town.alone(town.alice)), "new", "Title", null, List.of());
    town.receive(again);
    int said = town.chat(town.admin).size() + town.chat(town.alice).size();
    try (FrontDesk other = town.open()) {
      other.receive(invite);
      other.receive(again);
    }
    assertThat(town.chat(town.admin).size() + town.chat(town.alice).size()).isEqualTo(said);
    assertThat(town.audit.recent(9)).hasSize(1);
    town.time.step(Duration.ofDays(4));
    town.seen.sweep();
    assertThat(town.seen.isDone(invite.origin().key())).isFalse();
  }
}
