package io.switchboard.share.own;

import io.switchboard.conversation.ConversationId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.kept.PassTable;
import io.switchboard.share.kept.RevisionTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import io.switchboard.share.kept.ViewCounts;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.link.LinkToken;
import io.switchboard.share.read.Copies;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What owners see of their live shares. */
public final class LookAtOwn {
  /** How long the private address works that its owner is given. */
  public static final Duration PEEK = Duration.ofMinutes(15);

  private final Database database;
  private final InstantSource time;
  private final LinkKey key;
  private final ViewCounts views;

  public LookAtOwn(Database database, InstantSource time, LinkKey key, ViewCounts views) {
    this.database = database;
    this.time = time;
    this.key = key;
    this.views = views;
  }

  /** The member's live shares, newest first. */
  public List<ShareSummary> all(MemberId owner) {
    views.write();
    return database.read(h -> ShareTable.live(h, owner.value(), time.instant())).stream()
        .map(this::summary)
        .toList();
  }

  /** How many live shares, of whomever, were made from a conversation and end with it. */
  public int linksFrom(ConversationId conversation) {
    return database.read(h -> ShareTable.liveFrom(h, conversation.value(), time.instant()));
  }

  /** A live share of this member as a line of their list. */
  public Optional<ShareSummary> summary(ShareId share, MemberId owner) {
    return live(share, owner).map(this::summary);
  }

  /** What everybody with the link sees of a live share of this member; counts no view. */
  public Optional<SharedCopy> copy(ShareId share, MemberId owner) {
    return live(share, owner)
        .flatMap(row -> database.read(h -> Copies.of(h, row, SharedCopy.By.LINK)));
  }

  /** Both of these as they are at one moment, so that they are of the same version. */
  public Optional<Seen> seen(ShareId share, MemberId owner) {
    return live(share, owner)
        .flatMap(
            row ->
                database
                    .read(h -> Copies.of(h, row, SharedCopy.By.LINK))
                    .map(copy -> new Seen(summary(row), copy)));
  }

  /** A live share, and what everybody with the link sees of it. */
  public record Seen(ShareSummary share, SharedCopy copy) {}

  /**
   * A private address at which the owner can look at a live share, whoever else may.
   *
   * @param before the revision before the present one, if it is still there
   * @return its path, beginning with a slash
   */
  public Optional<String> peek(ShareId share, MemberId owner, boolean before) {
    LinkToken token = LinkToken.random();
    return live(share, owner)
        .filter(row -> !before || database.read(h -> hasBefore(h, row)))
        .map(
            row -> {
              int revision = before ? row.shown().revision() - 1 : 0;
              database.useTransaction(
                  h ->
                      PassTable.add(
                          h, token.hash(), row.id(), revision, time.instant().plus(PEEK)));
              return token.path();
            });
  }

  private static boolean hasBefore(Handle h, ShareRow row) {
    return RevisionTable.text(h, row.id(), row.shown().revision() - 1).isPresent();
  }

  private Optional<ShareRow> live(ShareId share, MemberId owner) {
    return database
        .read(h -> ShareTable.find(h, share.value()))
        .filter(row -> row.owner() == owner.value() && row.live(time.instant()));
  }

  private ShareSummary summary(ShareRow row) {
    return new ShareSummary(
        new ShareId(row.id()),
        row.shown().title(),
        row.path(key).orElse(null),
        row.endsAt(),
        row.readers(),
        new ShareSummary.Counts(
            row.shown().views(), row.shown().revision(), row.shown().version()));
  }
}
