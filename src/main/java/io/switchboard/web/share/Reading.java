package io.switchboard.web.share;

import io.switchboard.share.ShareId;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.read.Entered;
import io.switchboard.share.read.OpenShares;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import io.switchboard.share.read.Typed;
import java.util.Optional;

/** Where shares are read: {@link OpenShares}, which alone decides who gets what. */
public interface Reading {
  /** What this link gives to this reader now; counts a view. */
  Opened open(String token, Reader reader);

  /** Passes the gate of a link. */
  Entered enter(String token, Reader reader, Typed typed);

  /** Whether it is open to all now, and in which version; counts no view. */
  Optional<OpenShares.Open> glance(String token);

  /** What everybody with the link sees now, if it is open to all; counts no view. */
  Optional<SharedCopy> peek(String token);

  /** A page that was kept was shown once more. */
  void seen(ShareId share);

  /** What there is of an answer that grows; empty once it is whole, or shown otherwise. */
  Optional<OpenShares.Grown> grown(SharedCopy.Sight sight);

  /** The room's own. */
  static Reading of(OpenShares shares) {
    return new Reading() {
      @Override
      public Opened open(String token, Reader reader) {
        return shares.open(token, reader);
      }

      @Override
      public Entered enter(String token, Reader reader, Typed typed) {
        return shares.enter(token, reader, typed);
      }

      @Override
      public Optional<OpenShares.Open> glance(String token) {
        return shares.open(token);
      }

      @Override
      public Optional<SharedCopy> peek(String token) {
        return shares.peek(token);
      }

      @Override
      public Optional<OpenShares.Grown> grown(SharedCopy.Sight sight) {
        return shares.grown(sight.share(), sight.version());
      }

      @Override
      public void seen(ShareId share) {
        shares.seen(share);
      }
    };
  }
}
