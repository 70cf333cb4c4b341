package io.switchboard.act.thing;

import io.switchboard.community.Community;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.Visibility;
import io.switchboard.share.door.Sharing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a post is called, for the staff that decided about it. A title that was made private since
 * is its owner's alone again; who is not named under the post is named here as on the staff's card.
 */
public record NamePosts(Community community, Sharing sharing, Members members)
    implements Function<ShareId, Optional<String>> {
  private static final Set<State> SEEN_BY_STAFF = EnumSet.of(State.OPEN, State.WAITING);

  @Override
  public Optional<String> apply(ShareId share) {
    return community
        .item(share)
        .flatMap(
            item ->
                sharing
                    .looking()
                    .summary(share, item.owner())
                    .filter(summary -> open(item, summary))
                    .map(summary -> "#" + share + " “" + summary.title() + "” · " + author(item)));
  }

  private static boolean open(ItemRow item, ShareSummary summary) {
    return SEEN_BY_STAFF.contains(item.state())
        || summary.readers().visibility() != Visibility.PRIVATE;
  }

  private String author(ItemRow item) {
    return members.find(item.owner()).map(Member::name).orElse("…");
  }
}
