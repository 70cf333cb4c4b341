package io.switchboard.command.sharing.draft;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.Community;
import io.switchboard.community.Posted;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import java.util.ArrayList;
import java.util.List;

/** A share goes into the community channels, or out of them. */
public final class PostShare {
  private final Sharing sharing;
  private final Community community;
  private final DecideShare decisions;

  public PostShare(Sharing sharing, Community community, DecideShare decisions) {
    this.sharing = sharing;
    this.community = community;
    this.decisions = decisions;
  }

  /** The link goes out unless it is out already, and the share is posted for everybody. */
  public List<Effect> post(Visit visit, ShareId share, MessageId message) {
    if (!community.enabled()) {
      return List.of(Effect.tell(visit.words().say("share.post.off")));
    }
    List<Effect> effects =
        isLive(visit, share)
            ? new ArrayList<>()
            : new ArrayList<>(decisions.publish(visit, share, message));
    if (isLive(visit, share)) {
      effects.add(new Effect.Later(() -> List.of(posted(visit, share))));
    }
    return effects;
  }

  private boolean isLive(Visit visit, ShareId share) {
    return sharing.looking().summary(share, visit.id()).isPresent();
  }

  private Effect posted(Visit visit, ShareId share) {
    Words words = visit.words();
    Button withdraw =
        new ShareAction.Withdraw(share.value()).button(words.label("share.button.withdraw"));
    return switch (community.post(share, visit.id())) {
      case Posted.Shown(int channels, List<String> failed) ->
          Effect.tell(
              words.say("share.posted", channels, failed.size()), List.of(List.of(withdraw)));
      case Posted.Failed ignored -> Effect.tell(words.say("share.post.failed"));
      case Posted.SwitchedOff ignored -> Effect.tell(words.say("share.post.off"));
      case Posted.NotFound ignored -> Effect.tell(words.say("desk.not-yours"));
    };
  }

  /** The posts go, the link stays. */
  public List<Effect> withdraw(Visit visit, ShareId share) {
    return List.of(
        Effect.tell(
            visit
                .words()
                .say(
                    community.withdraw(share, visit.id()) ? "share.withdrawn" : "desk.not-yours")));
  }
}
