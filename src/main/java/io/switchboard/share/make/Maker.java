package io.switchboard.share.make;

import io.switchboard.conversation.Conversations;
import io.switchboard.db.Database;
import io.switchboard.member.Members;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.link.LinkKey;
import java.time.InstantSource;

/** How shares are made: prepared, then published. */
public record Maker(MakeShares making, PublishShares publishing) {
  /** Both, on the same rows. */
  public static Maker of(
      Database database,
      InstantSource time,
      ShareSettings settings,
      LinkKey key,
      Conversations conversations) {
    OwnRows rows = new OwnRows(database);
    Members members = new Members(database, time);
    FindSecrets secrets = new FindSecrets(members);
    return new Maker(
        new MakeShares(rows, time, key, new FreezeTurns(conversations, members), secrets),
        new PublishShares(rows, time, key, settings, secrets));
  }
}
