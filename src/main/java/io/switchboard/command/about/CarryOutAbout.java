package io.switchboard.command.about;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.AboutCommand;
import io.switchboard.member.MemberId;
import io.switchboard.member.access.Role;
import java.util.List;
import java.util.function.Function;

/** Takes what people want to know or to set for themselves to the file that does it. */
public final class CarryOutAbout {
  private final ChooseLanguage languages;
  private final ChooseZone zones;
  private final ShowUsage usage;
  private final ShowStatus status;
  private final LinkAccounts linked;
  private final SignBrowsersIn browsers;
  private final ShowHelp help;
  private final ChooseAnnouncements wishes;

  /**
   * @param names the commands for whoever has this role
   */
  public CarryOutAbout(Rooms rooms, Links links, Function<Role, List<String>> names) {
    languages = new ChooseLanguage(rooms.members());
    zones = new ChooseZone(rooms.members(), rooms.limits().zone());
    usage = new ShowUsage(rooms.limits(), rooms.minds().styles());
    status = new ShowStatus(rooms.queue(), rooms.members(), rooms.limits().zone());
    linked = new LinkAccounts(rooms.members(), rooms.people().linking(), rooms.audit());
    browsers = new SignBrowsersIn(rooms.outside().browsers(), links);
    wishes = new ChooseAnnouncements(rooms.records().overseen().announcing());
    help = new ShowHelp(names);
  }

  /** For a command. */
  public List<Effect> carryOut(Visit visit, AboutCommand command) {
    return switch (command) {
      case AboutCommand.Language(String tag) ->
          tag.isBlank() ? languages.offer(visit) : languages.choose(visit, tag, null);
      case AboutCommand.TimeZone(String written) ->
          written.isBlank() ? zones.show(visit) : zones.choose(visit, written.strip());
      case AboutCommand.ShowUsage ignored -> usage.show(visit);
      case AboutCommand.ShowStatus ignored -> status.show(visit);
      case AboutCommand.ShowLinks ignored -> linked.offer(visit);
      case AboutCommand.Link(String code) -> linked.enter(visit, code);
      case AboutCommand.Unlink(String account) -> linked.remove(visit, account);
      case AboutCommand.Login(String what) -> browsers.login(visit, what);
      case AboutCommand.Join ignored -> List.of(Effect.tell(visit.words().say("join.in")));
      case AboutCommand.Announcements(String wanted) -> wishes.choose(visit, wanted);
      case AboutCommand.Help ignored -> help.show(visit);
    };
  }

  /** For a button. */
  public List<Effect> press(Visit visit, MemberAction action, MessageId message) {
    return switch (action) {
      case MemberAction.Language(String tag) -> languages.choose(visit, tag, message);
      case MemberAction.Forget ignored -> List.of();
      case MemberAction.Link(long member, String code) ->
          linked.agreed(visit, new MemberId(member), code, message);
      case MemberAction.Announcements(boolean wanted) ->
          wishes.choose(visit, wanted ? "on" : "off");
      case MemberAction.SignOut(long session) -> browsers.signOut(visit, session);
    };
  }
}
