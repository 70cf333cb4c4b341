package io.switchboard.command;

import io.switchboard.attachment.AttachmentSettings;
import io.switchboard.attachment.CheckClaims;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Action;
import io.switchboard.command.about.ChooseLanguage;
import io.switchboard.command.about.LinkAccounts;
import io.switchboard.command.about.ShowHelp;
import io.switchboard.command.about.ShowStatus;
import io.switchboard.command.about.ShowUsage;
import io.switchboard.command.admin.ChangeLimits;
import io.switchboard.command.admin.Invite;
import io.switchboard.command.admin.ManageMembers;
import io.switchboard.command.admin.SwitchCommunity;
import io.switchboard.command.sharing.DecideShare;
import io.switchboard.command.sharing.Links;
import io.switchboard.command.sharing.ListShares;
import io.switchboard.command.sharing.PreviewShare;
import io.switchboard.command.talk.Asking;
import io.switchboard.command.talk.BeginAnew;
import io.switchboard.command.talk.RoomForOneMore;
import io.switchboard.command.talk.ShowVariant;
import io.switchboard.command.talk.Stopping;
import io.switchboard.command.talk.Talks;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.Community;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.TurnId;
import io.switchboard.queue.RequestId;
import io.switchboard.share.ShareId;
import io.switchboard.share.Sharing;
import java.util.List;

/** Takes each command to the file that does it. */
public final class CarryOut {
  private final Asking asking;
  private final Stopping stopping;
  private final ShowVariant variants;
  private final Talks talks;
  private final PreviewShare previews;
  private final DecideShare decisions;
  private final ListShares shares;
  private final ChooseLanguage languages;
  private final ShowUsage usage;
  private final ShowStatus status;
  private final ChangeLimits limits;
  private final ManageMembers people;
  private final Invite invitations;
  private final LinkAccounts linked;
  private final SwitchCommunity communities;
  private final ShowHelp help;

  public CarryOut(Rooms rooms, Links links, Catalogue catalogue, AttachmentSettings files) {
    RoomForOneMore room = new RoomForOneMore(rooms.conversations(), rooms.queue(), rooms.limits());
    asking = new Asking(rooms.conversations(), rooms.queue(), room, new CheckClaims(files));
    stopping = new Stopping(rooms.queue());
    variants = new ShowVariant(rooms.conversations());
    talks = new Talks(rooms.conversations(), room);
    Sharing sharing = rooms.outside().sharing();
    Community community = rooms.outside().community();
    previews = new PreviewShare(rooms.conversations(), sharing, links, community::enabled);
    decisions = new DecideShare(sharing, links, community);
    shares = new ListShares(sharing, links);
    languages = new ChooseLanguage(rooms.members());
    usage = new ShowUsage(rooms.limits());
    status = new ShowStatus(rooms.queue());
    limits = new ChangeLimits(rooms.members(), rooms.limits(), rooms.queue(), rooms.audit());
    people =
        new ManageMembers(
            rooms.members(), rooms.people().access(), rooms.people().standings(), rooms.audit());
    linked = new LinkAccounts(rooms.members(), rooms.people().linking(), rooms.audit());
    invitations = new Invite(rooms.people().invitations(), rooms.audit());
    communities = new SwitchCommunity(community, rooms.audit());
    help = new ShowHelp(catalogue::names);
  }

  List<Effect> carryOut(Visit visit, Command command) {
    Words words = visit.words();
    return switch (command) {
      case Command.Ask ask -> asking.ask(visit, ask.text(), ask.repliesTo(), ask.attachments());
      case Command.Retry(MessageId shownBy) -> asking.again(visit, shownBy);
      case Command.StartNew(String title) -> new BeginAnew(talks).begin(visit, title);
      case Command.StopAll ignored -> stopping.all(visit);
      case Command.ListConversations ignored -> talks.list(visit);
      case Command.RenameConversation(String title) -> talks.rename(visit, title);
      case Command.Share share -> previews.preview(visit, share.wish());
      case Command.ListShares ignored -> shares.list(visit);
      case Command.RevokeAll ignored -> decisions.revokeAll(visit);
      case Command.Language(String tag) ->
          tag.isBlank() ? languages.offer(visit) : languages.choose(visit, tag, null);
      case Command.ShowUsage ignored -> usage.show(visit);
      case Command.ShowStatus ignored -> status.show(visit);
      case Command.ChangeLimit(String verb, String who, String limit) ->
          limits.change(visit, verb, who, limit);
      case Command.ManageMember(String verb, String who, String more) ->
          people.change(visit, verb, who, more);
      case Command.Invite(String wish) -> invitations.invite(visit, wish);
      case Command.ShowLinks ignored -> linked.offer(visit);
      case Command.Link(String code) -> linked.enter(visit, code);
      case Command.Unlink(String account) -> linked.remove(visit, account);
      case Command.Join ignored -> List.of(Effect.tell(words.say("join.in")));
      case Command.SwitchCommunity(String verb) -> communities.change(visit, verb);
      case Command.Help ignored -> help.show(visit);
      case Command.Press(Action action, MessageId message) -> press(visit, action, message);
      case Command.UnknownPress ignored -> List.of(Effect.tell(words.say("desk.unknown-button")));
      case Command.Unknown(String name, String nearest) ->
          List.of(
              Effect.tell(
                  nearest == null
                      ? words.say("desk.unknown", "/" + name)
                      : words.say("desk.unknown.nearest", "/" + name, "/" + nearest)));
      case Command.AdminsOnly(String name) ->
          List.of(Effect.tell(words.say("desk.admins-only", "/" + name)));
      case Command.Misused(String name) -> List.of(Effect.tell(words.say("meant." + name)));
    };
  }

  private List<Effect> press(Visit visit, Action action, MessageId message) {
    return switch (action) {
      case Action.Stop(long request) -> stopping.one(visit, new RequestId(request), message);
      case Action.Cancel(long request) -> stopping.one(visit, new RequestId(request), message);
      case Action.Retry(long turn) -> asking.again(visit, new TurnId(turn));
      case Action.Variant(long turn, int ignored) ->
          variants.show(visit, new TurnId(turn), message);
      case Action.Share(long turn) -> previews.preview(visit, new TurnId(turn));
      case Action.ShareInstead instead -> previews.instead(visit, instead, message);
      case Action.Mask(long share, String expiry) ->
          previews.mask(visit, new ShareId(share), expiry);
      case Action.Publish(long share, String expiry) ->
          decisions.publish(visit, new ShareId(share), expiry, message);
      case Action.Discard(long share) -> decisions.discard(visit, new ShareId(share), message);
      case Action.Revoke(long share) -> decisions.revoke(visit, new ShareId(share));
      case Action.Switch(long conversation) ->
          talks.goOn(visit, new ConversationId(conversation), message);
      case Action.DeleteConversation(long conversation, boolean sure) ->
          talks.delete(visit, new ConversationId(conversation), sure, message);
      case Action.Language(String tag) -> languages.choose(visit, tag, message);
      case Action.Post(long share, String expiry) ->
          decisions.post(visit, new ShareId(share), expiry, message);
      case Action.Withdraw(long share) -> decisions.withdraw(visit, new ShareId(share));
    };
  }
}
