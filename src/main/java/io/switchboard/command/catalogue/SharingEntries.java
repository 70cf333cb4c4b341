package io.switchboard.command.catalogue;

import io.switchboard.command.wish.SharingCommand;
import java.util.List;

/** Links. */
final class SharingEntries {
  private static final List<String> CHANGES =
      List.of(
          "revoke",
          "extend",
          "rename",
          "update",
          "look",
          "private",
          "members",
          "public",
          "history",
          "named",
          "anonymous",
          "views",
          "password");

  static final List<Entry> ENTRIES =
      List.of(
          new Entry("share", c -> new SharingCommand.Share(c.arguments(), c.target()))
              .taking(
                  Argument.free("what").suggested(),
                  Argument.free("expiry").suggested(),
                  Argument.free("title")),
          new Entry("shares", c -> new SharingCommand.Shares(c.arguments()))
              .taking(Argument.choice("what", CHANGES), Argument.free("which").suggested()),
          new Entry("gallery", c -> new SharingCommand.Gallery(c.arguments().strip()))
              .taking(Argument.free("words").suggested()));

  private SharingEntries() {}
}
