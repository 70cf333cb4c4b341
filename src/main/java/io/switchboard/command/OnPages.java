package io.switchboard.command;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.Origin;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.member.access.Role;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Carries out commands of admins who press a button on a page instead of writing to the bot: the
 * same command, read by the same catalogue, with the same rights and the same record. What it
 * answers comes back to the page; what others are told of it goes to their chats.
 */
public final class OnPages implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** No chat: nothing is ever sent there. */
  private static final Place PAGE =
      new Place(new PlaceId("page:admin"), Place.Kind.PRIVATE, "", List.of());

  private final Catalogue catalogue;
  private final TryCommand commands;
  private final SpeakUp speaking;
  private final Texts texts;
  private final InstantSource time;
  private final PlaceQueues outside = new PlaceQueues();
  private final AtomicLong number = new AtomicLong();

  public OnPages(
      Catalogue catalogue, TryCommand commands, SpeakUp speaking, Texts texts, InstantSource time) {
    this.catalogue = catalogue;
    this.commands = commands;
    this.speaking = speaking;
    this.texts = texts;
    this.time = time;
  }

  /** Whether somebody with this role may use it, and it is one of those that not everybody may. */
  public boolean may(Role role, String command) {
    return catalogue.names(role).contains(command)
        && !catalogue.names(Role.MEMBER).contains(command);
  }

  /**
   * Does it.
   *
   * @param language in which to answer
   * @param command its name, without the slash
   * @param arguments as they are written in a chat
   * @param later hears what is to be said once more time has passed than anybody waits for a page
   * @return what the command says to whoever gave it
   */
  public Document act(
      Who who, Locale language, String command, String arguments, Consumer<Document> later) {
    Origin origin =
        new Origin(
            "page:" + number.incrementAndGet(),
            PAGE,
            who.person(),
            Destination.in(PAGE.id()),
            time.instant());
    Visit visit = new Visit(who.member(), origin, new Words(texts, language), who.role());
    List<Effect> effects =
        commands.run(visit, new IncomingCommand(origin, command, arguments, null, List.of()));
    List<Document> said = new ArrayList<>();
    take(origin, effects, said, later);
    return said.stream().reduce(new Document(List.of()), Document::and);
  }

  /**
   * Who acts.
   *
   * @param person the member's account that has the role
   */
  public record Who(Member member, Person person, Role role) {}

  private void take(
      Origin origin, List<Effect> effects, List<Document> said, Consumer<Document> later) {
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Say say -> said.add(say.reply().body());
        case Effect.Ask ask -> said.add(ask.reply().body());
        case Effect.InPrivate say -> said.add(say.reply().body());
        case Effect.Change change -> said.add(change.reply().body());
        case Effect.Later soon -> take(origin, soon.work().get(), said, later);
        case Effect.Meanwhile aside ->
            Meanwhile.run(
                () -> {
                  List<Document> more = new ArrayList<>();
                  take(origin, aside.work().get(), more, later);
                  more.forEach(later);
                });
        case Effect.In in -> outside.add(in.place(), () -> speaking.speak(origin, List.of(in)));
        case Effect.ToMember to ->
            outside.add(origin.place().id(), () -> speaking.speak(origin, List.of(to)));
        case Effect.GiveFile file -> said.add(file.caption().body());
        // Nobody reads a chat here.
        case Effect.Replace ignored -> {}
        case Effect.TakeAway ignored -> {}
        case Effect.OpenThread ignored -> {}
        case Effect.Fetch ignored -> {}
      }
    }
  }

  /** Says what others are still to be told, for some seconds at most. */
  @Override
  public void close() {
    try {
      outside.finish(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
