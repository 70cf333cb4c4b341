package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.ConversationSettings;
import io.switchboard.conversation.Conversations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What admins can do with members' conversations, and what they cannot. */
class OversightInChatTest extends InTown {
  @BeforeEach
  void aliceHasOne() {
    town.exchange(town.alice, "About pears", "SECRET-ANSWER");
    town.exchange(town.bob, "About plums", "A plum.");
    by(town.admin, "status");
  }

  private String by(Person person, String line) {
    town.command(person, line);
    return town.last(person).text();
  }

  private String number(Person owner) {
    return by(town.admin, "conversation find @" + owner.name())
        .replaceAll("(?s).*?(#\\d+).*", "$1");
  }

  @Test
  void membersAndModeratorsFindNothing() {
    assertThat(by(town.bob, "conversation find pears")).contains("for admins only");
    by(town.admin, "member role @bob moderator");
    assertThat(by(town.bob, "conversation show #1")).contains("for admins only");
  }

  @Test
  void theyAreFoundByOwnerAndByWordsOnlyWhereTheseMayBeRead() {
    assertThat(by(town.admin, "conversation find"))
        .contains("alice", "bob", "one question", "Not open to admins")
        .doesNotContain("pears", "plums");
    assertThat(town.last(town.admin).labels())
        .noneMatch(l -> l.contains("pears") || l.startsWith("Read"));
    assertThat(by(town.admin, "conversation find @alice")).contains("alice").doesNotContain("bob");
    assertThat(by(town.admin, "conversation find pears")).contains("No conversation");
    assertThat(by(town.admin, "conversation find secret-answer")).contains("No conversation");
    assertThat(by(town.admin, "conversation find @alice pears")).contains("No conversation");
    assertThat(by(town.admin, "conversation find @nobody")).contains("nobody");
    letRead(town.alice);
    assertThat(by(town.admin, "conversation find secret-answer")).contains("About pears");
    assertThat(by(town.admin, "conversation find PEARS")).contains("About pears");
    assertThat(by(town.admin, "conversation find")).contains("About pears").doesNotContain("plums");
    assertThat(town.last(town.admin).labels()).contains("Read: About pears");
  }

  private void letRead(Person person) {
    assertThat(by(person, "conversations admins")).contains("Admins cannot read");
    town.press(person, "Let admins read");
    assertThat(town.chat(person)).anyMatch(m -> m.text().contains("Admins may read"));
  }

  @Test
  void onlyWhatItsOwnerLetsThemIsReadAndEachLookIsShown() {
    String pears = number(town.alice);
    assertThat(by(town.admin, "conversation show " + pears)).contains("does not let admins read");
    letRead(town.alice);
    town.command(town.admin, Town.alone(town.admin), "conversation show " + pears);
    assertThat(town.platform.uploadedText()).contains("About pears", "SECRET-ANSWER");
    assertThat(town.audit.recent(1).getFirst().what()).isEqualTo("conversation show");
    assertThat(by(town.alice, "conversations admins")).contains("admin at " + pears);
    assertThat(by(town.bob, "conversations admins")).contains("Nobody has looked");
    town.command(town.alice, "conversations admins");
    town.press(town.alice, "Let them read no longer");
    assertThat(by(town.admin, "conversation show " + pears)).contains("does not let admins read");
    assertThat(by(town.admin, "conversation show #9999")).contains("There is no conversation");
    Place group = new Place(new PlaceId("memory:8"), Place.Kind.GROUP, "g", List.of());
    town.command(town.admin, group, "conversation show " + pears);
    assertThat(town.platform.last(group.id()).text()).contains("in private only");
  }

  @Test
  void whereItIsNotOfferedNothingIsRead() {
    letRead(town.alice);
    Conversations closed =
        new Conversations(
            town.database, town.time, new ConversationSettings(List.of(), true, false));
    assertThat(closed.oversight().find(null, "pears", 1)).isEmpty();
    var one = closed.oversight().find(town.members.recognize(town.alice).id(), "", 1).getFirst();
    assertThat(one.readable()).isFalse();
    assertThat(one.title()).isEmpty();
    assertThat(closed.oversight().whole(one.id(), id -> "")).isEmpty();
    assertThat(closed.oversight().find(null, "secret-answer", 1)).isEmpty();
  }

  @Test
  void oneIsDeletedOnceThatIsSureAndItsOwnerIsTold() {
    String pears = number(town.alice);
    assertThat(by(town.admin, "conversation delete " + pears)).contains("Delete “" + pears + "”");
    town.press(town.admin, "Yes, delete it");
    assertThat(town.chat(town.admin)).noneMatch(m -> m.text().contains("pears"));
    assertThat(town.last(town.alice).text()).contains("An admin has deleted", "About pears");
    assertThat(town.conversations.list(town.members.recognize(town.alice).id())).isEmpty();
    assertThat(town.audit.recent(1).getFirst().what()).isEqualTo("conversation delete");
  }

  @Test
  void nobodyDeletesWhatBelongsToThoseBesideThem() {
    by(town.admin, "member role @alice admin");
    town.exchange(town.admin, "About grapes", "A grape.");
    String grapes = number(town.admin);
    assertThat(by(town.alice, "conversation delete " + grapes)).contains("as high as you");
    assertThat(by(town.alice, "conversation give " + grapes + " @bob")).contains("as high as you");
  }

  @Test
  void oneChangesHandsOnceBothAgree() {
    String pears = number(town.alice);
    assertThat(by(town.admin, "conversation give " + pears + " @bob")).contains("once both agree");
    assertThat(town.last(town.bob).text()).contains(pears + "” of alice is to be yours");
    assertThat(town.last(town.alice).text()).contains("could then read it all");
    town.press(town.bob, "Yes");
    assertThat(town.last(town.bob).text()).contains("has still to agree");
    assertThat(by(town.bob, "conversations search pears")).contains("None of your");
    town.press(town.alice, "Yes");
    assertThat(town.last(town.alice).text()).contains("is bob’s now");
    assertThat(by(town.bob, "conversations search pears")).contains("About pears");
    assertThat(by(town.alice, "conversations")).contains("no conversations");
    assertThat(by(town.admin, "conversation give #12")).contains("/conversation give #12 @alice");
    assertThat(by(town.admin, "conversation give"))
        .containsPattern("/conversation give #\\d+ @alice");
    assertThat(by(town.admin, "conversation show")).containsPattern("/conversation show #\\d+");
  }

  @Test
  void anAdminCannotTakeWhatTheyMayNotRead() {
    String pears = number(town.alice);
    by(town.admin, "conversation give " + pears + " @admin");
    town.press(town.admin, "Yes");
    assertThat(by(town.admin, "conversations search pears")).contains("None of your");
    assertThat(town.chat(town.admin)).noneMatch(m -> m.text().contains("About pears"));
    town.press(town.alice, "No");
    town.settle();
    assertThat(by(town.admin, "conversations search pears")).contains("None of your");
  }
}
