package io.switchboard.share;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.member.MemberId;
import java.util.List;
import java.util.Optional;

/** Shares: made in two steps, read by their link, ended on time. */
public final class Sharing {
  /** The kind of the alarms that end shares. */
  public static final String EXPIRY = "share-expiry";

  /** Freezes what is selected. Nothing of it goes out yet. */
  public Prepared prepare(MemberId owner, Selection selection) {
    throw new UnsupportedOperationException(owner + "" + selection);
  }

  /** Gives a prepared share its link. Publishing it again gives the same link. */
  public Published publish(ShareId share, MemberId owner, Expiry expiry) {
    throw new UnsupportedOperationException(share + "" + owner + expiry);
  }

  /** Throws a prepared share away. */
  public void discard(ShareId share, MemberId owner) {
    throw new UnsupportedOperationException(share + "" + owner);
  }

  /** Gives it another title, at most 200 characters; false if it is not this member's. */
  public boolean rename(ShareId share, MemberId owner, String title) {
    throw new UnsupportedOperationException(share + "" + owner + title);
  }

  /** Remembers a message that carries the link, to be edited when the link ends. */
  public void carriedBy(ShareId share, PlaceId place, MessageId message) {
    throw new UnsupportedOperationException(share + "" + place + message);
  }

  /**
   * What the page of this link shows now; empty if it is unknown, ended or revoked. Counts a view.
   */
  public Optional<SharedCopy> read(String token) {
    throw new UnsupportedOperationException(token.length() + "");
  }

  /** The member's live shares, newest first. */
  public List<ShareSummary> of(MemberId owner) {
    throw new UnsupportedOperationException(owner.toString());
  }

  /** Ends it now; false if it is not a live share of this member. */
  public boolean revoke(ShareId share, MemberId owner) {
    throw new UnsupportedOperationException(share + "" + owner);
  }

  /** Ends all of the member's; how many. */
  public int revokeAll(MemberId owner) {
    throw new UnsupportedOperationException(owner.toString());
  }

  /** Ends it if its time has come, and tells what carried it. */
  public void expire(ShareId share) {
    throw new UnsupportedOperationException(share.toString());
  }

  /** The share that a link names, by its address or token; empty if it is no live link. */
  public Optional<ShareId> named(String link) {
    throw new UnsupportedOperationException(link);
  }

  /**
   * Does what a crash left undone: ends what is due, tells those still to be told. At start and
   * hourly.
   */
  public void sweep() {
    throw new UnsupportedOperationException();
  }
}
