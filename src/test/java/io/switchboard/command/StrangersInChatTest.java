package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Those who are not let in learn how they can be, without getting on anybody's nerves. */
class StrangersInChatTest extends InTown {
  private static final Place OTHER =
      new Place(new PlaceId("memory:9"), Place.Kind.GROUP, "Others", List.of());

  @Test
  void strangersHearOnceAnHourHowToGetIn() {
    town.say(town.stranger, "hello?");
    town.say(town.stranger, "anybody?");
    assertThat(town.chat(town.stranger))
        .singleElement()
        .satisfies(s -> assertThat(s.text()).contains("memory:stranger").contains("admin"));
    town.time.step(Duration.ofHours(1));
    town.say(town.stranger, "hello?");
    assertThat(town.chat(town.stranger)).hasSize(2);
    assertThat(town.members.named("@stranger", "memory")).as("nobody wrote them down").isEmpty();
  }

  @Test
  void inPrivateACommandIsAlwaysAnswered() {
    town.command(town.stranger, "help");
    town.command(town.stranger, "share");
    town.command(town.stranger, "join wrong-code");
    assertThat(town.chat(town.stranger)).hasSize(3);
    assertThat(town.chat(town.stranger).subList(0, 2))
        .allSatisfy(s -> assertThat(s.text()).contains("memory:stranger"));
  }

  @Test
  void inAGroupTheyAreToldOnceAnHourWhateverTheyDo() {
    for (int i = 0; i < 30; i++) {
      town.command(town.stranger, Town.GROUP, "help");
      town.command(town.stranger, Town.GROUP, "join guess" + i);
      town.say(town.stranger, Town.GROUP, "hello?", null, true);
    }
    assertThat(town.platform.in(Town.GROUP.id())).hasSize(1);
    town.command(town.stranger, OTHER, "help");
    assertThat(town.platform.in(OTHER.id())).as("each place is told").hasSize(1);
    town.command(Town.person("another", Locale.ENGLISH), Town.GROUP, "help");
    assertThat(town.platform.in(Town.GROUP.id())).as("and each stranger").hasSize(2);
    town.time.step(Duration.ofHours(1));
    town.command(town.stranger, Town.GROUP, "help");
    assertThat(town.platform.in(Town.GROUP.id())).hasSize(3);
  }

  @Test
  void whereThePlatformShowsThemAsWaitingTheyAreAlwaysTold() {
    for (int i = 0; i < 3; i++) {
      Origin origin = town.origin(town.stranger, Town.GROUP);
      town.receive(
          new IncomingCommand(
              new Origin(
                  origin.key(),
                  origin.place(),
                  origin.sender(),
                  new Destination(Town.GROUP.id(), "thinking"),
                  origin.at()),
              "help",
              "",
              null,
              List.of()));
    }
    assertThat(town.platform.in(Town.GROUP.id())).hasSize(3);
  }
}
