package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Origin;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.community.channel.Switches;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.markup.Markdown;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A front desk with real rooms behind it, a platform in memory before it, and people. */
final class Town extends Houses {
  final Person alice = person("alice", Locale.ENGLISH);
  final Person bob = person("bob", Locale.ENGLISH);
  final Person admin = person("admin", Locale.ENGLISH);
  final Person stranger = person("stranger", Locale.ENGLISH);

  private int events;

  Town() {
    super(limits());
  }

  Town(LimitSettings settings) {
    super(settings);
  }

  /** Limits that nobody reaches. */
  static LimitSettings generous() {
    return new LimitSettings(
        new LimitRules(List.of(), List.of(), List.of(), 9, 9, 50, 1000), Map.of(), Map.of());
  }

  private static LimitSettings limits() {
    return new LimitSettings(
        new LimitRules(List.of(Limit.parse("3/hour")), List.of(), List.of(), 1, 2, 50, 100),
        Map.of(
            "switchboard-admin", new LimitRules(List.of(), List.of(), List.of(), 9, 9, null, null)),
        Map.of(
            "memory-chat:8",
            new LimitRules(List.of(Limit.parse("4/hour")), null, null, null, null, null, null)));
  }

  static Person person(String name, Locale locale) {
    return new Person(new PersonId("memory:" + name), name, name, locale, Set.of());
  }

  static Place alone(Person person) {
    return new Place(
        new PlaceId("memory:with-" + person.name()), Place.Kind.PRIVATE, "", List.of());
  }

  Origin origin(Person person, Place place) {
    return new Origin(
        "memory:event/" + ++events, place, person, Destination.in(place.id()), time.instant());
  }

  /** In a private chat. */
  void say(Person person, String text) {
    say(person, alone(person), text, null, true);
  }

  void say(
      Person person, Place place, String text, @Nullable MessageId repliesTo, boolean addressed) {
    receive(
        new IncomingMessage(
            origin(person, place),
            new MessageId("memory:m" + events),
            text,
            repliesTo,
            addressed,
            List.of()));
  }

  /** Such as {@code share 24h}, in a private chat. */
  void command(Person person, String line) {
    command(person, alone(person), line);
  }

  void command(Person person, Place place, String line) {
    command(person, place, line, null);
  }

  void command(Person person, Place place, String line, @Nullable MessageId target) {
    String[] parts = line.split(" ", 2);
    receive(
        new IncomingCommand(
            origin(person, place),
            parts[0],
            parts.length == 1 ? "" : parts[1].strip(),
            target,
            List.of()));
  }

  void press(Person person, Place place, MemoryPlatform.Shown message, Button.Press button) {
    receive(new ButtonPress(origin(person, place), message.id(), button.action()));
  }

  void press(Person person, String label) {
    MemoryPlatform.Shown message = last(person);
    press(person, alone(person), message, message.button(label));
  }

  void receive(Incoming incoming) {
    desk.receive(incoming);
    settle();
  }

  /** The same message once more, unknown to anybody: its process died when it had sent it. */
  MemoryPlatform.Shown lostCopy(MemoryPlatform.Shown of) {
    var sent = platform.send(Destination.in(of.place()), of.reply(), "lost" + ++events);
    return platform.message(((Delivery.Delivered) sent).message());
  }

  /** Until everything is said. */
  void settle() {
    desk.close();
  }

  MemoryPlatform.Shown last(Person person) {
    return platform.last(alone(person).id());
  }

  List<MemoryPlatform.Shown> chat(Person person) {
    return platform.in(alone(person).id());
  }

  /** The next question is answered, in a message of its own; what it was. */
  Optional<Question> answer(String text) {
    Optional<Claimed> claimed = queue.claim("main", 9);
    claimed.ifPresent(request -> answer(request, text));
    return claimed.map(request -> Question.decode(request.payload()));
  }

  void answer(Claimed request, String text) {
    Question question = Question.decode(request.payload());
    Turn turn = conversations.begin(request.id().value(), question, request.asker().member());
    conversations.answered(turn.id(), text, true);
    var delivery =
        platform.send(request.replyTo(), Reply.of(Markdown.parse(text)), "answer" + request.id());
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    MessageId message = ((Delivery.Delivered) delivery).message();
    conversations.shownBy(turn.id(), List.of(message));
    queue.finish(request.id(), new Ending.Answered(10, 20));
  }

  /** An admin has switched the community on or off. */
  void switchCommunity(boolean on) {
    database.useTransaction(h -> Switches.sayOn(h, Optional.of(on)));
  }

  /** Asks and is answered. */
  MemoryPlatform.Shown exchange(Person person, String question, String answer) {
    say(person, question);
    assertThat(answer(answer)).isPresent();
    return last(person);
  }
}
