package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.switchboard.audit.AuditEntry;
import io.switchboard.conversation.style.Style;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.slots.Slots;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code /model}, {@code /persona} and {@code /account}, as people see them. */
class StyleInChatTest extends InTown {
  private Style style() {
    return town.styles.of(
        town.conversations.current(
            town.members.recognize(town.alice).id(), Town.alone(town.alice).id()),
        town.members.recognize(town.alice).id());
  }

  @Test
  void aModelIsChosenByButtonAndKeptWithTheConversation() {
    town.command(town.alice, "model");
    assertThat(town.last(town.alice).labels()).containsExactly("✓ The usual one", "small", "large");
    town.press(town.alice, "large");
    assertThat(town.last(town.alice).text()).contains("large answers in this conversation");
    town.say(town.alice, "Who are you?");
    Slots small = new Slots("main", new Slots.Caps(9, 0, 0), 1, Set.of("small"), Slots.Use.OPEN);
    Slots large =
        new Slots("spare", new Slots.Caps(9, 0, 0), 1, Set.of("small", "large"), Slots.Use.OPEN);
    assertThat(town.queue.claim(List.of(small))).isEmpty();
    assertThat(town.queue.claim(List.of(small, large)).map(Claimed::by))
        .contains(new Claimed.By("spare", "large"));
    town.command(town.alice, "model");
    assertThat(town.last(town.alice).labels()).containsExactly("The usual one", "small", "✓ large");

    town.command(town.alice, "new");
    assertThat(style()).isEqualTo(Style.USUAL);
  }

  @Test
  void aModelIsChosenByNameInAnyCase() {
    town.command(town.alice, "model LARGE");
    assertThat(style().model()).isEqualTo("large");
    town.command(town.alice, "model huge");
    assertThat(town.last(town.alice).text()).contains("There is no model “huge” for you here");
    assertThat(style().model()).isEqualTo("large");
    town.command(town.alice, "model auto");
    assertThat(style().model()).isNull();
  }

  @Test
  void anAccountAnswersThatOffersWhatIsAllowed() {
    town.exchange(town.alice, "Hello", "Hi");
    toAdmin("limit set @alice models large");
    town.say(town.alice, "Only by the large one");
    assertThat(town.queue.claim(List.of(slots("main", "small")))).isEmpty();
    assertThat(town.queue.claim(List.of(slots("main", "small"), slots("spare", "small", "large"))))
        .get()
        .extracting(claimed -> claimed.account() + " " + claimed.by().model())
        .isEqualTo("spare large");
    toAdmin("limit set @alice models gone");
    town.say(town.alice, "By none");
    assertThat(town.last(town.alice).text()).contains("small").contains("gone");
    assertThat(town.queue.busy().load().waiting()).isZero();
  }

  private static Slots slots(String account, String... models) {
    return new Slots(account, new Slots.Caps(4, 0, 0), 1, Set.of(models), Slots.Use.OPEN);
  }

  @Test
  void aPersonaIsChosenByButtonOrName() {
    town.command(town.alice, "persona");
    assertThat(town.last(town.alice).text()).contains("Pirate: Talks like one");
    assertThat(town.last(town.alice).labels()).containsExactly("✓ As usual", "Pirate", "Poet");
    town.press(town.alice, "Pirate");
    assertThat(town.last(town.alice).text()).contains("In this conversation I am: Pirate");
    assertThat(style().persona()).isEqualTo("pirate");
    town.command(town.alice, "persona Poet");
    assertThat(style().persona()).isEqualTo("poet");
    town.command(town.alice, "persona parrot");
    assertThat(town.last(town.alice).text()).contains("I know no persona “parrot”");
    town.command(town.alice, "persona none");
    assertThat(style()).isEqualTo(Style.USUAL);
  }

  @Test
  void adminsSeeAndTendTheAccounts() {
    assertThat(toAdmin("account"))
        .contains("main (small, weight 1): is asked")
        .contains("0 of 4 answers running; 0 calls, 0 tokens")
        .contains("0 of 60 calls in the last minute");
    assertThat(toAdmin("account pause main")).contains("main is not asked any more");
    assertThat(toAdmin("account list")).contains("paused by an admin");
    assertThat(toAdmin("account resume main")).contains("main is asked again");
    assertThat(toAdmin("account weight main 3")).contains("weight 3 now");
    assertThat(toAdmin("account weight main 0")).contains("This is how it is meant");
    assertThat(toAdmin("account weight main auto")).contains("of the configuration");
    assertThat(toAdmin("account pause nobody")).contains("There is no account “nobody”");
    assertThat(toAdmin("account dance")).contains("This is how it is meant");
    assertThat(town.audit.recent(9))
        .extracting(AuditEntry::what, AuditEntry::target, AuditEntry::detail)
        .containsExactly(
            tuple("account weight", "main", "auto"),
            tuple("account weight", "main", "3"),
            tuple("account resume", "main", ""),
            tuple("account pause", "main", ""));
    town.command(town.alice, "account");
    assertThat(town.last(town.alice).text()).contains("for admins only");
  }
}
