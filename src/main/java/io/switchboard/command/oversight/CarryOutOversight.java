package io.switchboard.command.oversight;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.ConversationId;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what is wanted of members' conversations to the file that does it. */
public final class CarryOutOversight {
  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})(?:\\s+(\\S+))?");

  private final OverseeTalks talks;
  private final HandOver giving;
  private final LetAdminsRead letting;
  private final EndLinks links;
  private final StillOpen open;

  public CarryOutOversight(Rooms rooms) {
    Theirs theirs = new Theirs(rooms);
    talks = new OverseeTalks(rooms, theirs);
    giving = new HandOver(rooms, theirs);
    letting = new LetAdminsRead(rooms, theirs);
    links = new EndLinks(rooms, theirs);
    open = new StillOpen(rooms);
  }

  /** For {@code /conversation find|show|delete|give}, from an admin. */
  public List<Effect> carryOut(Visit visit, String verb, String rest) {
    return switch (verb) {
      case "find" -> talks.find(visit, rest);
      case "show" -> numbered(visit, rest, false, m -> talks.show(visit, id(m)));
      case "delete" ->
          numbered(visit, rest, false, m -> talks.remove(visit, id(m), false, MessageId.NONE));
      default -> numbered(visit, rest, true, m -> giving.offer(visit, id(m), m.group(2)));
    };
  }

  private static List<Effect> numbered(
      Visit visit, String rest, boolean with, Function<Matcher, List<Effect>> act) {
    Matcher number = NUMBER.matcher(rest.strip());
    return number.matches() && (number.group(2) != null) == with
        ? act.apply(number)
        : List.of(Effect.tell(visit.words().say("meant.conversation.members")));
  }

  private static ConversationId id(Matcher number) {
    return new ConversationId(Long.parseLong(number.group(1)));
  }

  /** For {@code /revoke}, from an admin. */
  public List<Effect> links(Visit visit, String written) {
    return links.command(visit, written);
  }

  /** For {@code /conversations admins}. */
  public List<Effect> readers(Visit visit) {
    return letting.tell(visit);
  }

  /** For a button; whether it is one of theirs was asked before. */
  public List<Effect> press(Visit visit, OversightAction action, MessageId message) {
    return switch (action) {
      case OversightAction.LetRead(boolean allowed) -> letting.set(visit, allowed, message);
      case OversightAction.Agree(long id) -> giving.agree(visit, new ConversationId(id), message);
      case OversightAction.Refuse(long id) -> giving.refuse(visit, new ConversationId(id), message);
      case OversightAction.Show(long id) -> talks.show(visit, new ConversationId(id));
      case OversightAction.Remove(long id, boolean sure) ->
          talks.remove(visit, new ConversationId(id), sure, message);
      case OversightAction.EndLink(long share, boolean sure) ->
          links.press(visit, new ShareId(share), sure, message);
      case OversightAction.EndLinks(long owner, boolean sure) ->
          open.pressLinks(visit, new MemberId(owner), sure);
      case OversightAction.TakePosts(long owner) -> open.pressPosts(visit, new MemberId(owner));
      case OversightAction.Links(long owner, int page) ->
          List.of(new Effect.Change(message, links.page(visit.words(), owner, page)));
    };
  }
}
