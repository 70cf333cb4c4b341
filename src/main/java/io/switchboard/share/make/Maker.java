package io.switchboard.share.make;

import io.switchboard.conversation.Conversations;
import io.switchboard.db.Database;
import io.switchboard.member.Members;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.link.LinkKey;
import java.time.InstantSource;

/** How shares are made: prepared, then published; or grown with an answer. */
public record Maker(MakeShares making, PublishShares publishing, GrowShares growing) {
  /** All, on the same rows. */
  public static Maker of(
      Database database,
      InstantSource time,
      ShareSettings settings,
      LinkKey key,
      Conversations conversations) {
    OwnRows rows = new OwnRows(database);
    Members members = new Members(database, time);
    FindSecrets secrets = new FindSecrets(members);
    FreezeTurns freezing = new FreezeTurns(conversations, members);
    return new Maker(
        new MakeShares(rows, time, key, freezing, secrets),
        new PublishShares(rows, time, key, settings, secrets),
        new GrowShares(rows, time, key, settings, freezing));
  }
}
