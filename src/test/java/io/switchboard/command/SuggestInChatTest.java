package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.event.Origin;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.chat.menu.CommandMenu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is suggested to those who are writing a command: what they may see, and nothing else. */
class SuggestInChatTest extends InTown {
  private List<Suggestion> typed(Person person, String command, String option, String... given) {
    Map<String, String> others = new HashMap<>();
    for (int i = 0; i + 1 < given.length; i += 2) {
      others.put(given[i], given[i + 1]);
    }
    Place place = Town.alone(person);
    Origin origin =
        new Origin("memory:typing", place, person, Destination.in(place.id()), town.time.instant());
    String text = given.length % 2 == 1 ? given[given.length - 1] : "";
    return town.desk.suggest(new Typing(origin, command, option, text, others));
  }

  @Test
  void everythingThatIsSuggestedHasItsSource() {
    town.command(town.admin, "status");
    for (CommandMenu.Entry entry : town.catalogue.menu(town.texts).entries()) {
      for (CommandMenu.Option option : entry.options()) {
        if (option.suggests()) {
          assertThat(option.choices()).as(entry.name() + " " + option.name()).isEmpty();
        }
      }
    }
    assertThat(typed(town.admin, "limit", "limit", "what", "set"))
        .extracting(Suggestion::value)
        .contains("50/day", "models any");
    assertThat(typed(town.admin, "limit", "limit", "what", "boost"))
        .extracting(Suggestion::value)
        .contains("50 for 2h");
    assertThat(typed(town.admin, "account", "name")).extracting(Suggestion::value).contains("main");
    assertThat(typed(town.admin, "timezone", "zone", "berl"))
        .extracting(Suggestion::value)
        .containsExactly("Europe/Berlin");
  }

  @Test
  void onlyWhatTheyMaySee() {
    town.exchange(town.alice, "My own title", "one");
    town.exchange(town.bob, "Secret of mine", "two");
    assertThat(typed(town.alice, "conversations", "text", "what", "rename"))
        .singleElement()
        .satisfies(one -> assertThat(one.value()).startsWith("#").contains("My own title"));
    assertThat(typed(town.alice, "conversations", "text", "what", "rename", "secret")).isEmpty();
    assertThat(typed(town.alice, "member", "who")).isEmpty();
    assertThat(typed(town.alice, "conversation", "more", "what", "show")).isEmpty();
    assertThat(typed(town.stranger, "persona", "name")).isEmpty();
    assertThat(typed(town.admin, "nothing", "at all")).isEmpty();
    town.command(town.admin, "status");
    assertThat(typed(town.admin, "member", "who", "ali"))
        .extracting(Suggestion::value)
        .containsExactly(town.alice.id().value());
    town.command(town.admin, "limit set @alice 5/day");
    assertThat(typed(town.admin, "undo", "which"))
        .anySatisfy(one -> assertThat(one.label()).contains("limit set, alice"));
    town.command(town.alice, "share");
    town.press(town.alice, "Share");
    assertThat(typed(town.alice, "shares", "which"))
        .singleElement()
        .satisfies(one -> assertThat(one.label()).contains("My own title"));
    assertThat(typed(town.bob, "shares", "which")).isEmpty();
  }

  @Test
  void atMostTwentyFiveThatFit() {
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "conversations rename " + "A long title ".repeat(9));
    List<Suggestion> all = typed(town.alice, "conversations", "text", "what", "rename");
    assertThat(all)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.label()).hasSizeBetween(1, Suggestion.LONGEST));
    assertThat(typed(town.alice, "timezone", "zone"))
        .hasSize(Suggestion.MOST)
        .allSatisfy(one -> assertThat(one.label()).hasSizeBetween(1, Suggestion.LONGEST));
  }

  @Test
  void whereThereIsNoCommunityNothingOfItIsSuggestedOrListed() {
    CommandMenu off = town.catalogue.menu(town.texts);
    assertThat(off.listed()).extracting(CommandMenu.Entry::name).doesNotContain("gallery");
    assertThat(off.forManagers()).containsExactly("community");
    assertThat(typed(town.admin, "gallery", "words")).isEmpty();
    town.command(town.admin, "community on");
    CommandMenu on = town.catalogue.menu(town.texts);
    assertThat(on.listed()).extracting(CommandMenu.Entry::name).contains("gallery", "community");
    assertThat(on.forManagers()).isEmpty();
    assertThat(typed(town.admin, "community", "which", "what", "remove"))
        .extracting(Suggestion::value)
        .contains("memory-channel:square");
  }

  @Test
  void placesAreSuggestedByTheirNames() {
    town.command(town.admin, "community on");
    assertThat(typed(town.admin, "community", "which", "what", "remove", "gard"))
        .contains(new Suggestion("The garden (Memory)", "memory-channel:square"));
    town.command(town.admin, "limit set memory-chat:8 5/day");
    assertThat(typed(town.admin, "undo", "which", "limit set"))
        .first()
        .satisfies(one -> assertThat(one.label()).contains("The garden"));
  }

  @Test
  void linksOfMembersAreSuggestedToWhomMayEndThem() {
    town.exchange(town.alice, "Pears?", "Green.");
    town.command(town.alice, "share 24h");
    town.press(town.alice, "Share");
    town.command(town.admin, "status");
    assertThat(typed(town.admin, "revoke", "which"))
        .extracting(Suggestion::value)
        .containsExactly("1");
    assertThat(typed(town.alice, "revoke", "which")).isEmpty();
  }
}
