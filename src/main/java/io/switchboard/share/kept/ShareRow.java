package io.switchboard.share.kept;

import io.switchboard.share.link.LinkKey;
import io.switchboard.share.link.LinkToken;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A share as its row says.
 *
 * @param endsAt null if it never ends, or is a draft
 */
public record ShareRow(
    long id, long owner, State state, Shown shown, @Nullable Instant endsAt, Tokens tokens) {
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

  /** What is seen of it. */
  public record Shown(String title, String visibility, int revision, long views) {}

  /**
   * Its links.
   *
   * @param sealed the link's token, see {@link io.switchboard.share.link.LinkKey#seal}
   * @param previewUntil when the preview's link ends
   */
  public record Tokens(@Nullable String sealed, @Nullable Instant previewUntil) {}

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
    return state == State.LIVE && (endsAt == null || now.isBefore(endsAt));
  }

  /** Whether its preview can be seen at this time. */
  public boolean previewed(Instant now) {
    Instant until = tokens.previewUntil();
    return state == State.DRAFT && until != null && now.isBefore(until);
  }

  /** Whether it was live and is no more. */
  public boolean ended() {
    return state == State.EXPIRED || state == State.REVOKED;
  }
}
