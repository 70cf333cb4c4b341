package io.switchboard.command.sharing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.ShareWish;
import io.switchboard.command.wish.SharingCommand;
import io.switchboard.community.Community;
import io.switchboard.conversation.TurnId;
import io.switchboard.share.ShareId;
import io.switchboard.share.Sharing;
import java.util.List;

/** Takes what is wanted of links to the file that does it. */
public final class CarryOutSharing {
  private final PreviewShare previews;
  private final DecideShare decisions;
  private final ListShares shares;

  public CarryOutSharing(Rooms rooms, Links links) {
    Sharing sharing = rooms.outside().sharing();
    Community community = rooms.outside().community();
    previews = new PreviewShare(rooms.conversations(), sharing, links, community::enabled);
    decisions = new DecideShare(sharing, links, community);
    shares = new ListShares(sharing, links);
  }

  /** For a command. */
  public List<Effect> carryOut(Visit visit, SharingCommand command) {
    return switch (command) {
      case SharingCommand.Share(ShareWish wish) -> previews.preview(visit, wish);
      case SharingCommand.ListShares ignored -> shares.list(visit);
      case SharingCommand.RevokeAll ignored -> decisions.revokeAll(visit);
    };
  }

  /** For a button. */
  public List<Effect> press(Visit visit, ShareAction action, MessageId message) {
    return switch (action) {
      case ShareAction.Share(long turn) -> previews.preview(visit, new TurnId(turn));
      case ShareAction.Instead instead -> previews.instead(visit, instead, message);
      case ShareAction.Mask(long share, String expiry) ->
          previews.mask(visit, new ShareId(share), expiry);
      case ShareAction.Publish(long share, String expiry) ->
          decisions.publish(visit, new ShareId(share), expiry, message);
      case ShareAction.Post(long share, String expiry) ->
          decisions.post(visit, new ShareId(share), expiry, message);
      case ShareAction.Discard(long share) -> decisions.discard(visit, new ShareId(share), message);
      case ShareAction.Revoke(long share) -> decisions.revoke(visit, new ShareId(share));
      case ShareAction.Withdraw(long share) -> decisions.withdraw(visit, new ShareId(share));
    };
  }
}
