package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code /undo} of what holds in places and of what the staff decided about posts. */
class UndoPlacesInChatTest extends InTown {
  static final PlaceId SQUARE = new PlaceId("memory:memory-channel:square");
  private static final Place OTHER =
      new Place(
          new PlaceId("memory:other"),
          Place.Kind.GROUP,
          "Other \"one\", 2",
          List.of("memory-channel:other"));

  private String in(Place place, String line) {
    town.command(town.admin, place, line);
    return town.platform.last(place.id()).text();
  }

  @Test
  void howAnswersAreGiven() {
    String before = in(Town.GROUP, "answers");
    in(Town.GROUP, "answers link for 24h");
    in(Town.GROUP, "answers both");
    assertThat(in(Town.GROUP, "undo")).contains("both → link 86400s");
    assertThat(in(Town.GROUP, "answers")).contains("link");
    assertThat(in(Town.GROUP, "undo")).contains("link 86400s → as configured");
    assertThat(in(Town.GROUP, "answers")).isEqualTo(before);
  }

  @Test
  void whatTheCommunityIsSwitchedTo() {
    toAdmin("community on");
    String before = toAdmin("community status");
    toAdmin("community approval on");
    assertThat(toAdmin("undo")).contains("on → as configured");
    toAdmin("community remove memory-channel:square");
    toAdmin("community add memory-channel:square");
    assertThat(toAdmin("undo")).contains("community add").contains("open → closed");
    assertThat(toAdmin("undo")).contains("closed → as configured");
    assertThat(toAdmin("community status")).isEqualTo(before);
  }

  @Test
  void linkedPlaces() {
    String code =
        in(OTHER, "conversation link").replaceFirst("(?s).*?([A-Z0-9]{4}-?[A-Z0-9]{4,}).*", "$1");
    assertThat(in(Town.GROUP, "conversation link " + code)).contains("Other");
    assertThat(in(Town.GROUP, "undo")).contains("Taken back");
    assertThat(town.linked.others(OTHER.id())).isEmpty();
    assertThat(town.platform.last(OTHER.id()).text())
        .contains("no longer linked with Memory · the group");
    in(Town.GROUP, "undo " + town.audit.recent(1).getFirst().id());
    assertThat(town.linked.others(OTHER.id())).hasSize(1);
    assertThat(town.platform.last(OTHER.id()).text()).contains("is linked with Memory · the group");
    in(OTHER, "conversation unlink");
    assertThat(town.linked.others(Town.GROUP.id())).isEmpty();
    assertThat(in(OTHER, "undo")).contains("not linked → linked:");
    assertThat(town.linked.others(Town.GROUP.id())).hasSize(1);
  }

  @Test
  void whatTheStaffDecidedAboutPosts() {
    toAdmin("community on");
    toAdmin("community approval on");
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "share");
    town.press(town.alice, "Share, and post in the community");
    toAdmin("community decline 1 Not here, please");
    assertThat(toAdmin("undo")).contains("community decline").contains("declined → waiting");
    await()
        .untilAsserted(
            () ->
                assertThat(town.last(town.alice).text())
                    .contains("took back what they had decided"));
    toAdmin("community approve 1");
    assertThat(town.platform.in(SQUARE)).hasSize(1);
    assertThat(toAdmin("undo")).contains("open → waiting");
    await().untilAsserted(() -> assertThat(town.platform.in(SQUARE)).isEmpty());
    assertThat(toAdmin("undo " + town.audit.recent(1).getFirst().id())).contains("waiting → open");
    await().untilAsserted(() -> assertThat(town.platform.in(SQUARE)).hasSize(1));
    toAdmin("community withdraw 1 Spam");
    assertThat(town.platform.in(SQUARE)).isEmpty();
    assertThat(toAdmin("undo list")).contains("#1 “one” · alice");
    assertThat(toAdmin("undo")).contains("removed → open");
    await().untilAsserted(() -> assertThat(town.platform.in(SQUARE)).hasSize(1));
    toAdmin("community withdraw 1 Spam");
    long entry = town.audit.recent(1).getFirst().id();
    toAdmin("member role @alice moderator");
    town.command(town.alice, "undo " + entry);
    assertThat(town.last(town.alice).text()).contains("Taken back");
  }

  @Test
  void placesAreCalledAsPeopleCallThem() {
    String set = toAdmin("limit set memory-chat:8 5/day");
    assertThat(set).contains("The garden").doesNotContain("memory-chat:8");
    assertThat(toAdmin("limit show memory-chat:8")).contains("Limits of The garden");
    assertThat(toAdmin("undo list")).contains("limit set, The garden").doesNotContain("chat:8");
    assertThat(toAdmin("audit")).contains("The garden");
  }
}
