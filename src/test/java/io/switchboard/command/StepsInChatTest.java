package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Origin;
import io.switchboard.community.post.Mark;
import io.switchboard.share.ShareId;
import org.junit.jupiter.api.Test;

/** What is missing is asked for with buttons, by whoever began and nobody else. */
class StepsInChatTest extends InTown {
  private final Place here = Town.alone(town.admin);

  @Test
  void howAnswersAreGiven() {
    town.command(town.admin, Town.GROUP, "answers");
    MemoryPlatform.Shown asked = town.platform.last(Town.GROUP.id());
    assertThat(asked.labels()).containsExactly("text", "link", "both", "Leave it");
    town.command(town.alice, "status");
    town.press(town.alice, Town.GROUP, asked, asked.button("link"));
    assertThat(town.platform.last(Town.GROUP.id()).text()).contains("Only whoever began this");
    town.press(town.admin, Town.GROUP, asked, asked.button("link"));
    town.command(town.admin, Town.GROUP, "undo");
    assertThat(town.platform.last(Town.GROUP.id()).text()).contains("link → as configured");
  }

  @Test
  void stepsAreCalledAsTheirReaderCallsThem() {
    town.command(town.alice, "status");
    town.command(town.admin, "language ko");
    town.command(town.admin, Town.GROUP, "answers");
    MemoryPlatform.Shown asked = town.platform.last(Town.GROUP.id());
    assertThat(asked.labels()).containsExactly("글", "링크", "둘 다", "취소");
    town.press(town.admin, Town.GROUP, asked, asked.button("링크"));
    town.command(town.admin, "limit");
    assertThat(town.last(town.admin).labels()).contains("설정", "보기").doesNotContain("set");
    town.command(town.admin, "language zh-Hans");
    town.command(town.admin, "limit why alice");
    assertThat(town.last(town.admin).text()).contains("、").doesNotContain(", ");
    town.command(town.admin, "limit show default");
    assertThat(town.last(town.admin).text()).contains("通用规则 的限额").doesNotContain("default");
  }

  @Test
  void aStepCanBeLeft() {
    town.command(town.admin, "limit");
    MemoryPlatform.Shown asked = town.last(town.admin);
    town.press(town.admin, here, asked, asked.button("Leave it"));
    assertThat(town.last(town.admin).text()).isEqualTo("Left as it was.");
  }

  @Test
  void helpLeadsAdminsToACommunityThatIsInNoMenu() {
    town.command(town.alice, "help");
    assertThat(town.last(town.alice).labels()).isEmpty();
    town.command(town.admin, "help");
    MemoryPlatform.Shown help = town.last(town.admin);
    town.press(town.admin, here, help, help.button("/community"));
    town.press(town.admin, "Switch it on");
    assertThat(town.community.enabled()).isTrue();
    town.command(town.admin, "help");
    assertThat(town.last(town.admin).labels()).isEmpty();
  }

  @Test
  void whichConversation() {
    town.exchange(town.alice, "Cats", "Meow");
    town.command(town.admin, "conversation show");
    assertThat(town.last(town.admin).labels()).anySatisfy(l -> assertThat(l).contains("· alice"));
  }

  @Test
  void theStaffDeclinesInItsOwnWords() {
    town.command(town.admin, "community on");
    town.command(town.admin, "community approval on");
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "share");
    town.press(town.alice, "Share, and post in the community");
    town.command(town.admin, "community decline");
    assertThat(town.last(town.admin).labels()).contains("#1");
    String mark = mark();
    assertThat(town.desk.form(press(town.alice, mark, ""))).isEmpty();
    assertThat(town.desk.form(press(town.admin, mark, "")))
        .hasValueSatisfying(form -> assertThat(form.title()).isEqualTo("Decline"));
    town.receive(press(town.admin, mark, ""));
    assertThat(town.last(town.admin).text()).contains("/community decline 1");
    town.receive(press(town.admin, mark, "Too short, please say more"));
    assertThat(town.last(town.admin).text()).contains("declined");
    assertThat(town.audit.recent(1).getFirst().detail()).isEqualTo("Too short, please say more");
    assertThat(town.desk.form(press(town.admin, mark, ""))).isEmpty();
  }

  private String mark() {
    return town.platform.in(new PlaceId("memory:memory-channel:staff")).stream()
        .flatMap(shown -> shown.presses().stream())
        .flatMap(button -> Action.parse(button.action()).stream())
        .filter(CommunityAction.Judge.class::isInstance)
        .map(action -> ((CommunityAction.Judge) action).mark())
        .findFirst()
        .orElseGet(
            () ->
                Mark.sight(
                    town.sharing
                        .looking()
                        .summary(new ShareId(1), town.members.recognize(town.alice).id())
                        .orElseThrow()));
  }

  private ButtonPress press(Person person, String mark, String written) {
    Place place = Town.alone(person);
    Origin origin =
        new Origin(
            "memory:press/" + person.name() + written.length() + System.nanoTime(),
            place,
            person,
            Destination.in(place.id()),
            town.time.instant());
    return new ButtonPress(
        origin,
        new MessageId("memory:1"),
        new CommunityAction.Judge(1, mark, CommunityAction.Judge.WORDS).encode(),
        written);
  }
}
