package io.switchboard.share.read;

import io.switchboard.member.MemberId;
import java.util.Optional;

/**
 * Who opens a link. Asked only where it matters, so that a page that is open to all needs no
 * cookie.
 */
@FunctionalInterface
public interface Reader {
  /** Somebody who is not signed in. */
  Reader ANYBODY = Optional::empty;

  /** The member who reads, if they are signed in and let in. */
  Optional<MemberId> member();
}
