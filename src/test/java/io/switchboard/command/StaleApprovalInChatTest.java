package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Buttons beside a post that waits allow what stood beside them, and nothing else. */
class StaleApprovalInChatTest extends InTown {
  @Test
  void whatHasChangedSinceItWasListedIsNotApproved() {
    toAdmin("community on");
    toAdmin("community approval on");
    town.exchange(town.alice, "Pears?", "Green.");
    town.command(town.alice, "share");
    town.press(town.alice, "Share, and post in the community");
    assertThat(toAdmin("community show 1")).contains("Pears?");
    MemoryPlatform.Shown shown = town.last(town.admin);
    town.command(town.alice, "shares rename 1 Spam");
    town.press(town.admin, Town.alone(town.admin), shown, shown.button("Approve"));
    assertThat(town.last(town.admin).text()).contains("It has changed since");
    assertThat(town.platform.in(UndoPlacesInChatTest.SQUARE)).isEmpty();
    assertThat(toAdmin("community show 1")).contains("Spam");
    town.press(town.admin, "Approve");
    assertThat(town.platform.in(UndoPlacesInChatTest.SQUARE)).hasSize(1);
  }
}
