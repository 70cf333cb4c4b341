package io.switchboard.share.kept;

import io.switchboard.share.Readers;
import io.switchboard.share.Visibility;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.link.LinkToken;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A share as its row says. */
public record ShareRow(long id, long owner, Life life, Shown shown, Gate gate, Tokens tokens) {
  /** Where it stands. */
  public enum State {
    /** Only its preview can be seen. */
    DRAFT,
    /** Its link works. */
    LIVE,
    /** Its time has come. */
    EXPIRED,
    /** Its owner ended it. */
    REVOKED
  }

  /**
   * How long it lives.
   *
   * @param endsAt null if it never ends, or is a draft
   */
  public record Life(State state, @Nullable Instant endsAt) {}

  /**
   * What is seen of it.
   *
   * @param name of the owner, if they choose to be named
   * @param version counts its changes
   */
  public record Shown(
      String title,
      @Nullable String name,
      Visibility visibility,
      int revision,
      long views,
      long version) {}

  /**
   * What stands before it.
   *
   * @param opensLeft how often it can be opened still; null for any number of times
   * @param password as {@link io.switchboard.share.read.Passwords} keeps it; null for none
   */
  public record Gate(@Nullable Integer opensLeft, @Nullable String password) {
    /** Whether anything does. */
    public boolean stands() {
      return opensLeft != null || password != null;
    }
  }

  /**
   * Its links.
   *
   * @param sealed the link's token, see {@link io.switchboard.share.link.LinkKey#seal}
   * @param previewUntil when the preview's link ends
   */
  public record Tokens(@Nullable String sealed, @Nullable Instant previewUntil) {}

  /** Who reads it. */
  public Readers readers() {
    return new Readers(shown.visibility(), shown.name(), gate.opensLeft(), gate.password() != null);
  }

  /** Where it stands. */
  public State state() {
    return life.state();
  }

  /** When it ends; null if it never does, or is a draft. */
  public @Nullable Instant endsAt() {
    return life.endsAt();
  }

  /**
   * Where its page is, beginning with a slash; empty for a draft, or if the key is not the one
   * under which the token was kept.
   */
  public Optional<String> path(LinkKey key) {
    return Optional.ofNullable(tokens.sealed())
        .flatMap(token -> key.open(token, id))
        .map(LinkToken::path);
  }

  /** Whether its link works at this time. */
  public boolean live(Instant now) {
    Instant end = life.endsAt();
    return life.state() == State.LIVE && (end == null || now.isBefore(end));
  }

  /** Whether its preview can be seen at this time. */
  public boolean previewed(Instant now) {
    Instant until = tokens.previewUntil();
    return life.state() == State.DRAFT && until != null && now.isBefore(until);
  }

  /** Whether it was live and is no more. */
  public boolean ended() {
    return life.state() == State.EXPIRED || life.state() == State.REVOKED;
  }
}
