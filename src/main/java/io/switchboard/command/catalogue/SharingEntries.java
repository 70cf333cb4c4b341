package io.switchboard.command.catalogue;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.NotUnderstood;
import io.switchboard.command.wish.ShareWish;
import io.switchboard.command.wish.SharingCommand;
import java.util.List;
import java.util.Locale;

/** Links. */
final class SharingEntries {
  static final List<Entry> ENTRIES =
      List.of(
          new Entry(
                  "share",
                  c -> new SharingCommand.Share(ShareWish.parse(c.arguments(), c.target())))
              .taking(
                  Argument.choice("what", List.of("answer", "all")),
                  Argument.free("expiry"),
                  Argument.free("title")),
          new Entry("shares", SharingEntries::shares)
              .taking(Argument.choice("revoke", List.of("revoke"))));

  private SharingEntries() {}

  private static Command shares(IncomingCommand c) {
    return switch (c.arguments().strip().toLowerCase(Locale.ROOT)) {
      case "" -> new SharingCommand.ListShares();
      case "revoke", "revoke all" -> new SharingCommand.RevokeAll();
      default -> new NotUnderstood.Misused("shares");
    };
  }
}
