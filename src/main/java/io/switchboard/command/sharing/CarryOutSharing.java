package io.switchboard.command.sharing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.sharing.draft.ChangeDraft;
import io.switchboard.command.sharing.draft.DecideShare;
import io.switchboard.command.sharing.draft.PostShare;
import io.switchboard.command.sharing.draft.PrepareShare;
import io.switchboard.command.sharing.draft.SharesAllowed;
import io.switchboard.command.sharing.draft.ShowDraft;
import io.switchboard.command.sharing.live.ChangeLive;
import io.switchboard.command.sharing.live.ListShares;
import io.switchboard.command.sharing.live.ShowLive;
import io.switchboard.command.talk.RoomForOneMore;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.SharingCommand;
import io.switchboard.community.Community;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.HomeZone;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** Takes what is wanted of links to the file that does it. */
public final class CarryOutSharing {
  private final PrepareShare preparing;
  private final ChangeDraft drafts;
  private final DecideShare decisions;
  private final PostShare posts;
  private final ListShares shares;
  private final ChangeLive live;
  private final TakeShare taking;
  private final ShowGallery gallery;

  public CarryOutSharing(Rooms rooms, Links links) {
    Sharing sharing = rooms.outside().sharing();
    Community community = rooms.outside().community();
    Function<Visit, ZoneId> zones =
        visit -> rooms.members().zone(visit.id()).map(HomeZone::id).orElse(rooms.limits().zone());
    ShowDraft showing = new ShowDraft(sharing.settings(), links, community::enabled);
    preparing = new PrepareShare(rooms.conversations(), sharing, showing, zones);
    drafts = new ChangeDraft(rooms.conversations(), sharing, showing);
    decisions =
        new DecideShare(
            sharing,
            links,
            new SharesAllowed(
                rooms.limits().allowances(), new LimitWords(rooms.limits().prices().currency())));
    posts = new PostShare(sharing, community, decisions);
    shares = new ListShares(sharing, links);
    taking =
        new TakeShare(
            rooms.conversations(),
            sharing,
            new RoomForOneMore(rooms.conversations(), rooms.queue(), rooms.limits()));
    gallery = new ShowGallery(community.gallery(), links);
    live = new ChangeLive(sharing, links, new ShowLive(sharing, links), preparing, zones);
  }

  /** By which shares are posted. */
  public PostShare posts() {
    return posts;
  }

  /** By which shares are gone on with. */
  public TakeShare taking() {
    return taking;
  }

  /** For a command. */
  public List<Effect> carryOut(Visit visit, SharingCommand command) {
    return switch (command) {
      case SharingCommand.Share(String arguments, MessageId target) ->
          preparing.prepare(visit, arguments, target);
      case SharingCommand.Gallery(String words) -> gallery.look(visit, words);
      case SharingCommand.Import(String arguments) -> taking.take(visit, arguments);
      case SharingCommand.Shares(String arguments) ->
          arguments.isBlank() ? shares.list(visit) : live.command(visit, arguments);
    };
  }

  /** For a button. */
  public List<Effect> press(Visit visit, ShareAction action, MessageId message) {
    return switch (action) {
      case ShareAction.Share(long turn) -> preparing.prepare(visit, new TurnId(turn));
      case ShareAction.Draft(long share, String change) ->
          drafts.change(visit, new ShareId(share), change, message);
      case ShareAction.Publish(long share) -> decisions.publish(visit, new ShareId(share), message);
      case ShareAction.Post(long share) -> posts.post(visit, new ShareId(share), message);
      case ShareAction.Discard(long share) -> decisions.discard(visit, new ShareId(share), message);
      case ShareAction.Live(long share, String change) ->
          live.press(visit, new ShareId(share), change, message);
      case ShareAction.Revoke(long share) -> live.revoke(visit, new ShareId(share));
      case ShareAction.Withdraw(long share) -> posts.withdraw(visit, new ShareId(share));
      case ShareAction.Gallery page -> gallery.turn(visit, page, message);
      case ShareAction.Page(int number) -> shares.turn(visit, number, message);
    };
  }
}
