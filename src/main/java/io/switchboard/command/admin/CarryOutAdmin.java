package io.switchboard.command.admin;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.command.admin.done.ShowAudit;
import io.switchboard.command.admin.done.TakeBack;
import io.switchboard.command.admin.done.TellActs;
import io.switchboard.command.admin.limit.ChangeLimits;
import io.switchboard.command.admin.logs.ShowLogs;
import io.switchboard.command.admin.people.Invite;
import io.switchboard.command.admin.people.ManageMembers;
import io.switchboard.command.admin.place.AnswerAPlace;
import io.switchboard.command.admin.place.LinkPlaces;
import io.switchboard.command.admin.place.ShareAPlace;
import io.switchboard.command.admin.stats.ShowStats;
import io.switchboard.command.oversight.CarryOutOversight;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.AdminCommand;
import java.util.List;

/** Takes what admins decide to the file that does it. Whether they are one was asked before. */
public final class CarryOutAdmin {
  private final ChangeLimits limits;
  private final ManageMembers people;
  private final Invite invitations;
  private final TendAccounts accounts;
  private final CarryOutOversight oversight;
  private final LinkPlaces links;
  private final ShareAPlace places;
  private final AnswerAPlace answers;
  private final TakeBack back;
  private final ShowAudit record;
  private final ShowStats stats;
  private final Announce announce;
  private final ShowLogs logs;
  private final ReloadFiles files;

  public CarryOutAdmin(Rooms rooms) {
    limits = new ChangeLimits(rooms);
    people = new ManageMembers(rooms);
    invitations = new Invite(rooms.acts());
    accounts = new TendAccounts(rooms.minds().accounts(), rooms.queue(), rooms.acts());
    oversight = new CarryOutOversight(rooms);
    links = new LinkPlaces(rooms.outside().linked(), rooms.audit(), rooms.acts());
    places = new ShareAPlace(rooms.conversations().homes(), links::standing, rooms.acts());
    answers =
        new AnswerAPlace(
            rooms.outside().ways(), rooms.outside().sharing().settings(), rooms.acts());
    files = new ReloadFiles(rooms.records().overseen().reloading(), rooms.audit());
    logs = new ShowLogs(rooms.records().overseen(), rooms.acts(), rooms.limits().zone());
    announce =
        new Announce(
            rooms.records().overseen().announcing(),
            rooms.audit(),
            rooms.records().overseen().staff().platforms());
    stats = new ShowStats(rooms.queue().statistics(), rooms.members(), rooms.limits());
    TellActs telling = new TellActs(rooms.members(), rooms.posts(), rooms.called());
    back = new TakeBack(rooms.acts(), telling);
    record = new ShowAudit(rooms.audit(), telling);
  }

  /** For a button. */
  public List<Effect> press(Visit visit, AdminAction action, MessageId message) {
    return switch (action) {
      case AdminAction.Undo(long entry) -> back.undo(visit, entry);
      case AdminAction.Announce(long id) -> announce.confirm(visit, id, message);
      case AdminAction.DropAnnouncement(long id) -> announce.drop(visit, id, message);
      case AdminAction.Continue _, AdminAction.Write _ ->
          throw new IllegalArgumentException("is read as a command");
    };
  }

  /** For a command. */
  public List<Effect> carryOut(Visit visit, AdminCommand command) {
    return switch (command) {
      case AdminCommand.ChangeLimit(String verb, String who, String limit) ->
          limits.change(visit, verb, who, limit);
      case AdminCommand.ManageMember(String verb, String who, String more) ->
          people.change(visit, verb, who, more);
      case AdminCommand.Invite(String wish) -> invitations.invite(visit, wish);
      case AdminCommand.TendAccount tend -> accounts.tend(visit, tend);
      case AdminCommand.ManageConversations wanted -> conversations(visit, wanted);
      case AdminCommand.EndLinks(String written) -> oversight.links(visit, written);
      case AdminCommand.GiveAnswers give -> answers.change(visit, give);
      case AdminCommand.Announce(String written) -> announce.preview(visit, written);
      case AdminCommand.Reload _ -> files.reload(visit);
      case AdminCommand.ShowLogs(String written) -> logs.show(visit, written);
      case AdminCommand.ShowStats(String written) -> stats.show(visit, written);
      case AdminCommand.Undo(String which) -> back.takeBack(visit, which);
      case AdminCommand.ShowAudit wanted -> record.show(visit, wanted);
    };
  }

  private List<Effect> conversations(Visit visit, AdminCommand.ManageConversations wanted) {
    return switch (wanted.verb()) {
      case "link" -> links.link(visit, wanted.rest());
      case "unlink" -> links.unlink(visit);
      case "find", "show", "delete", "give" ->
          oversight.carryOut(visit, wanted.verb(), wanted.rest());
      default -> places.change(visit, wanted.verb());
    };
  }
}
