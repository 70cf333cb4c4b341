package io.switchboard.community.read;

import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post that everybody may see now.
 *
 * @param share whose page it leads to; its path is what its owner's summary of the share says
 * @param owner for looking things up; never shown
 * @param tags as its author chose them, in their order
 * @param postedAt when it was first shown
 * @param likes how many people like it, on all platforms together, each counted once
 * @param endsAt null if it never ends
 * @param version grows with every change of what the page shows
 */
public record OpenPost(
    ShareId share,
    MemberId owner,
    String title,
    List<String> tags,
    Instant postedAt,
    long likes,
    @Nullable Instant endsAt,
    long version) {
  public OpenPost {
    tags = List.copyOf(tags);
  }
}
