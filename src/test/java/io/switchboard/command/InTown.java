package io.switchboard.command;

import org.junit.jupiter.api.AfterEach;

/** Cases each in a town of its own, in which people write to the bot. */
abstract class InTown {
  final Town town = new Town();

  @AfterEach
  final void leaveTown() {
    town.close();
  }

  /** What the bot says to the admin's command. */
  final String toAdmin(String line) {
    town.command(town.admin, line);
    return town.last(town.admin).text();
  }
}
