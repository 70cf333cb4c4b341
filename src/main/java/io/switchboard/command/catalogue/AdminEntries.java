package io.switchboard.command.catalogue;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.command.admin.done.ShowAudit;
import io.switchboard.command.admin.done.TakeBack;
import io.switchboard.command.wish.AdminCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.CommunityCommand;
import io.switchboard.command.wish.NotUnderstood;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What admins decide. */
final class AdminEntries {
  private static final List<String> LIMIT_VERBS =
      List.of("set", "show", "why", "boost", "reset", "pays");

  private static final List<String> MEMBER_VERBS =
      List.of(
          "show", "allow", "invite", "pause", "resume", "stop", "ban", "unban", "until", "hours",
          "role");

  private static final List<String> ACCOUNT_VERBS = List.of("list", "pause", "resume", "weight");

  private static final List<String> CONVERSATION_VERBS =
      List.of("shared", "own", "link", "unlink", "status", "find", "show", "delete", "give");

  private static final List<String> ANSWER_VERBS = List.of("text", "link", "both", "status");

  private static final Set<String> WITH_MORE = Set.of("link", "find", "show", "delete", "give");

  private static final List<String> COMMUNITY_VERBS =
      List.of(
          "status",
          "on",
          "off",
          "list",
          "waiting",
          "show",
          "approve",
          "decline",
          "keep",
          "withdraw",
          "approval",
          "channels",
          "add",
          "remove");

  static final List<Entry> ENTRIES =
      List.of(
          new Entry("limit", AdminEntries::limit)
              .taking(
                  new Argument("what", true, LIMIT_VERBS),
                  Argument.needed("who").suggested(),
                  Argument.free("limit").suggested())
              .forAdmins(),
          new Entry("member", AdminEntries::member)
              .taking(
                  new Argument("what", true, MEMBER_VERBS),
                  Argument.free("who").suggested(),
                  Argument.free("more").suggested())
              .forModerators(),
          new Entry("account", AdminEntries::account)
              .taking(
                  Argument.choice("what", ACCOUNT_VERBS),
                  Argument.free("name").suggested(),
                  Argument.free("weight").suggested())
              .forAdmins(),
          new Entry("conversation", AdminEntries::conversation)
              .taking(
                  Argument.choice("what", CONVERSATION_VERBS), Argument.free("more").suggested())
              .forAdmins(),
          new Entry("revoke", c -> new AdminCommand.EndLinks(c.arguments().strip()))
              .taking(Argument.free("which").suggested(), Argument.free("reason"))
              .forAdmins(),
          new Entry("answers", AdminEntries::answers)
              .taking(new Argument("as", false, ANSWER_VERBS), Argument.free("for").suggested())
              .forAdmins(),
          new Entry("announce", c -> new AdminCommand.Announce(c.arguments()))
              .taking(
                  Argument.choice(
                      "where", List.of("all", "places", "members", "discord", "telegram")),
                  Argument.free("text"))
              .forAdmins(),
          new Entry("reload", c -> new AdminCommand.Reload()).forOwners(),
          new Entry("logs", c -> new AdminCommand.ShowLogs(c.arguments()))
              .taking(
                  Argument.choice("what", List.of("recent", "start", "stop")),
                  Argument.choice("level", List.of("info", "warn", "error")),
                  Argument.free("lines").suggested())
              .forAdmins(),
          new Entry("stats", c -> new AdminCommand.ShowStats(c.arguments()))
              .taking(
                  Argument.choice("what", List.of("days", "members", "places", "models", "csv")),
                  Argument.free("span").suggested())
              .forAdmins(),
          new Entry("undo", AdminEntries::undo)
              .taking(Argument.free("which").suggested())
              .forModerators(),
          new Entry("audit", AdminEntries::audit)
              .taking(
                  Argument.choice("what", List.of("recent", "refused", "undoable")),
                  Argument.free("before"))
              .forAdmins(),
          new Entry("community", AdminEntries::community)
              .taking(
                  Argument.choice("what", COMMUNITY_VERBS),
                  Argument.free("which").suggested(),
                  Argument.free("reason").suggested())
              .forModerators());

  private AdminEntries() {}

  private static Command undo(IncomingCommand c) {
    return TakeBack.meant(c.arguments())
        .<Command>map(AdminCommand.Undo::new)
        .orElseGet(() -> new NotUnderstood.Misused("undo"));
  }

  private static Command audit(IncomingCommand c) {
    return ShowAudit.meant(c.arguments())
        .<Command>map(wanted -> wanted)
        .orElseGet(() -> new NotUnderstood.Misused("audit"));
  }

  private static Command account(IncomingCommand c) {
    String[] words = c.arguments().strip().split("\\s+", 3);
    String verb = words[0].isEmpty() ? "list" : words[0].toLowerCase(Locale.ROOT);
    int needed = verb.equals("list") ? 1 : verb.equals("weight") ? 3 : 2;
    if (!ACCOUNT_VERBS.contains(verb) || words.length != needed) {
      return new NotUnderstood.Misused("account");
    }
    return new AdminCommand.TendAccount(
        verb, words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : "");
  }

  private static Command conversation(IncomingCommand c) {
    String[] words = c.arguments().strip().split("\\s+", 2);
    String verb = words[0].isEmpty() ? "status" : words[0].toLowerCase(Locale.ROOT);
    String rest = words.length > 1 ? words[1].strip() : "";
    boolean whole =
        switch (verb) {
          case "show", "delete" -> !rest.isEmpty();
          case "give" -> rest.contains(" ");
          default -> true;
        };
    return CONVERSATION_VERBS.contains(verb)
            && whole
            && (rest.isEmpty() || WITH_MORE.contains(verb))
        ? new AdminCommand.ManageConversations(verb, rest)
        : new NotUnderstood.Misused("conversation");
  }

  private static Command answers(IncomingCommand c) {
    String[] words = c.arguments().strip().split("\\s+", 2);
    String verb = words[0].isEmpty() ? "status" : words[0].toLowerCase(Locale.ROOT);
    String more = words.length == 1 ? "" : words[1].strip().replaceFirst("^(?i)for\\s+", "");
    return !ANSWER_VERBS.contains(verb) || (verb.equals("status") && !more.isEmpty())
        ? new NotUnderstood.Misused("answers")
        : new AdminCommand.GiveAnswers(verb, more);
  }

  private static Command community(IncomingCommand c) {
    String[] words = c.arguments().strip().split("\\s+", 3);
    String verb = words[0].toLowerCase(Locale.ROOT);
    return verb.isEmpty() || COMMUNITY_VERBS.contains(verb)
        ? new CommunityCommand.Manage(
            verb, words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : "")
        : new NotUnderstood.Misused("community");
  }

  private static Command member(IncomingCommand c) {
    String[] words = c.arguments().strip().split("\\s+", 3);
    String verb = words[0].toLowerCase(Locale.ROOT);
    if (verb.equals("invite")) {
      return new AdminCommand.Invite(c.arguments().strip().substring(verb.length()).strip());
    }
    boolean more = Set.of("pause", "stop", "ban", "until", "hours", "role").contains(verb);
    boolean whole = !Set.of("until", "hours", "role").contains(verb) || words.length == 3;
    if (!MEMBER_VERBS.contains(verb)
        || !whole
        || words.length < 2
        || (words.length == 3 && !more)) {
      return new NotUnderstood.Misused("member");
    }
    return new AdminCommand.ManageMember(verb, words[1], words.length == 3 ? words[2] : "");
  }

  private static Command limit(IncomingCommand c) {
    String[] words = c.arguments().strip().split("\\s+", 3);
    String verb = words[0].toLowerCase(Locale.ROOT);
    boolean set = Set.of("set", "boost", "pays").contains(verb);
    if (!LIMIT_VERBS.contains(verb) || words.length != (set ? 3 : 2)) {
      return new NotUnderstood.Misused("limit");
    }
    return new AdminCommand.ChangeLimit(verb, words[1], set ? words[2] : "");
  }
}
