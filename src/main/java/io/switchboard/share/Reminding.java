package io.switchboard.share;

import io.switchboard.chat.PlaceId;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.List;

/** Whoever tells owners that a link of theirs will end soon. */
@FunctionalInterface
public interface Reminding {
  /**
   * Tells its owner.
   *
   * @return whether it is done with (told, or it never can be); false to be asked again later
   */
  boolean remind(Due link);

  /**
   * A link that will end soon.
   *
   * @param shownIn where messages carry it, for owners who cannot be reached in private
   */
  record Due(ShareId share, MemberId owner, String title, Instant endsAt, List<PlaceId> shownIn) {
    public Due {
      shownIn = List.copyOf(shownIn);
    }
  }
}
