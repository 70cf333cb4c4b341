package io.switchboard.command;

import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.action.StyleAction;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.access.Role;
import java.util.Locale;

/**
 * Which buttons are not for everybody: anybody can press what stands in a channel, and platforms
 * deliver presses on buttons that were never shown to whoever presses them.
 */
final class StaffButtons {
  private StaffButtons() {}

  /** Who may press it at least; the room asks whether the thing is the presser's. */
  static Role least(Action action) {
    return switch (action) {
      case AdminAction.Undo _ -> Role.MODERATOR;
      case AdminAction.Announce _ -> Role.ADMIN;
      case AdminAction.DropAnnouncement _ -> Role.ADMIN;
      // Are read as the command they go on with.
      case AdminAction.Continue _, AdminAction.Write _ -> Role.MEMBER;
      case CommunityAction.Judge _ -> Role.MODERATOR;
      case CommunityAction.Answer _ -> Role.MODERATOR;
      case CommunityAction.Manage _ -> Role.MODERATOR;
      case CommunityAction.Take _ -> Role.MEMBER;
      case CommunityAction.Report _ -> Role.MEMBER;
      case CommunityAction.Tag _ -> Role.MEMBER;
      case OversightAction.Show _ -> Role.ADMIN;
      case OversightAction.Remove _ -> Role.ADMIN;
      case OversightAction.EndLink _ -> Role.ADMIN;
      case OversightAction.EndLinks _ -> Role.ADMIN;
      case OversightAction.TakePosts _ -> Role.MODERATOR;
      case OversightAction.Links _ -> Role.ADMIN;
      case OversightAction.LetRead _ -> Role.MEMBER;
      case OversightAction.Agree _ -> Role.MEMBER;
      case OversightAction.Refuse _ -> Role.MEMBER;
      case AnswerAction _ -> Role.MEMBER;
      case ConversationAction _ -> Role.MEMBER;
      case MemberAction _ -> Role.MEMBER;
      case ShareAction _ -> Role.MEMBER;
      case StyleAction _ -> Role.MEMBER;
    };
  }

  /** How it stands in the record that somebody tried it. */
  static String tried(Action action) {
    return "button " + action.getClass().getSimpleName();
  }

  /** What to say to whoever may not. */
  static Document refusal(Words words, Action action) {
    return action instanceof CommunityAction
        ? words.say("community.staff.only")
        : words.say("act.not-allowed." + least(action).name().toLowerCase(Locale.ROOT));
  }
}
