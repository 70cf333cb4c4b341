package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.event.IncomingEdit;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.conversation.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedPlacesInChatTest extends InTown {
  private MemoryPlatform.Shown inGroup() {
    return town.platform.last(Town.GROUP.id());
  }

  private Question ask(Person person, String text) {
    town.say(person, Town.GROUP, text, null, true);
    return town.answer("answer to " + text).orElseThrow();
  }

  private void edit(Person person, Place place, String message, String text) {
    town.receive(
        new IncomingEdit(
            new IncomingMessage(
                town.origin(person, place), new MessageId(message), text, null, true, List.of())));
  }

  private void say(Person person, String message, String text) {
    town.receive(
        new IncomingMessage(
            town.origin(person, Town.alone(person)),
            new MessageId(message),
            text,
            null,
            true,
            List.of()));
  }

  @Test
  void theAdminSaysThatAllShareOneConversation() {
    assertThat(ask(town.alice, "one").conversation())
        .isNotEqualTo(ask(town.bob, "two").conversation());
    town.command(town.alice, Town.GROUP, "conversation shared");
    assertThat(inGroup().text()).contains("for admins only");
    town.command(town.admin, Town.GROUP, "conversation shared");
    assertThat(inGroup().text()).contains("one conversation together");
    Question three = ask(town.alice, "three");
    assertThat(ask(town.bob, "four").conversation()).isEqualTo(three.conversation());
    town.command(town.admin, Town.GROUP, "conversation own");
    assertThat(ask(town.bob, "five").conversation()).isNotEqualTo(three.conversation());
    town.command(town.admin, "conversation shared");
    assertThat(town.last(town.admin).text()).contains("always yours alone");
    town.command(town.admin, "conversation whatever");
    assertThat(town.last(town.admin).text()).contains("This is how it is meant");
  }

  @Test
  void everybodyThereGoesOnFromAnyAnswer() {
    town.command(town.admin, Town.GROUP, "conversation shared");
    ask(town.alice, "one");
    MessageId shown = inGroup().id();
    ask(town.alice, "two");
    town.say(town.bob, Town.GROUP, "what about one?", shown, true);
    Question reply = town.answer("hm").orElseThrow();
    assertThat(reply.parent()).isNotNull();
    town.command(town.bob, Town.GROUP, "retry");
    assertThat(town.answer("again").orElseThrow().retry()).isNotNull();
    town.command(town.bob, Town.GROUP, "new");
    assertThat(inGroup().text()).contains("for all who write here");
    assertThat(ask(town.alice, "fresh").conversation()).isNotEqualTo(reply.conversation());
  }

  @Test
  void anEditedQuestionIsAskedAgainBesideTheOld() {
    say(town.alice, "memory:q", "What is a gruop?");
    Question first = town.answer("A gruop is…").orElseThrow();
    edit(town.alice, Town.alone(town.alice), "memory:q", "What is a gruop?");
    assertThat(town.answer("?")).isEmpty();
    edit(town.alice, Town.alone(town.alice), "memory:q", "What is a group?");
    Question again = town.answer("A group is…").orElseThrow();
    assertThat(again.text()).isEqualTo("What is a group?");
    assertThat(again.edits()).isNotNull();
    assertThat(again.conversation()).isEqualTo(first.conversation());
    edit(town.bob, Town.alone(town.bob), "memory:q", "What is a grape?");
    edit(town.alice, Town.alone(town.alice), "memory:other", "What is a grape?");
    assertThat(town.answer("?")).isEmpty();
  }

  @Test
  void whatStillWaitsIsAskedAsItReadsNow() {
    say(town.alice, "memory:1", "first");
    say(town.alice, "memory:2", "secnod");
    edit(town.alice, Town.alone(town.alice), "memory:2", "second");
    assertThat(town.answer("1").orElseThrow().text()).isEqualTo("first");
    assertThat(town.answer("2").orElseThrow().text()).isEqualTo("second");
    assertThat(town.answer("3")).isEmpty();
  }

  @Test
  void anEditIsNoWayAroundTheLimits() {
    say(town.alice, "memory:1", "first");
    edit(town.alice, Town.alone(town.alice), "memory:1", "x".repeat(101));
    assertThat(town.last(town.alice).text()).contains("101 characters long; 100 are allowed");
    assertThat(town.answer("1").orElseThrow().text()).isEqualTo("first");
    for (int i = 0; i < 2; i++) {
      edit(town.alice, Town.alone(town.alice), "memory:1", "edit " + i);
      assertThat(town.answer("edited")).isPresent();
    }
    edit(town.alice, Town.alone(town.alice), "memory:1", "edit 3");
    assertThat(town.last(town.alice).text()).contains("used up");
    assertThat(town.answer("?")).isEmpty();
  }

  @Test
  void strangersEditsAreLeftAlone() {
    edit(town.stranger, Town.alone(town.stranger), "memory:1", "let me in");
    assertThat(town.chat(town.stranger)).isEmpty();
  }
}
