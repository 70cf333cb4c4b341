package io.switchboard.command.admin.done;

import io.switchboard.audit.Audit;
import io.switchboard.audit.Audit.Which;
import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.command.wish.AdminCommand;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /audit [recent|refused|undoable] [17]}: what was done by whom, and what was tried. */
public final class ShowAudit {
  private static final int LISTED = 10;
  private static final String RECENT = "recent";
  private static final Map<String, Which> KINDS =
      Map.of(RECENT, Which.ALL, "refused", Which.REFUSED, "undoable", Which.UNDOABLE);
  private static final Pattern WRITTEN = Pattern.compile("([a-z]+)?\\s*(?:#?(\\d{1,18}))?");

  private final Audit audit;
  private final TellActs telling;

  public ShowAudit(Audit audit, TellActs telling) {
    this.audit = audit;
    this.telling = telling;
  }

  /** For the command. */
  public List<Effect> show(Visit visit, AdminCommand.ShowAudit wanted) {
    Words words = visit.words();
    List<AuditEntry> found =
        audit.before(wanted.before(), KINDS.getOrDefault(wanted.kind(), Which.ALL), LISTED + 1);
    if (found.isEmpty()) {
      return List.of(Effect.tell(words.say("audit.none")));
    }
    List<AuditEntry> shown = found.subList(0, Math.min(LISTED, found.size()));
    Document list = Words.list(shown.stream().map(e -> telling.inOneLine(words, e)).toList());
    return List.of(
        Effect.tell(
            words.say("audit.head." + wanted.kind(), "" + shown.getFirst().id()).and(list),
            found.size() > LISTED
                ? List.of(List.of(older(visit, wanted.kind(), shown.getLast().id())))
                : List.of()));
  }

  private static Button older(Visit visit, String kind, long last) {
    return new AdminAction.Continue(visit.id().value(), "audit " + kind + " " + last)
        .button(visit.words().label("audit.older"));
  }

  /** What was written after the command; empty if it means nothing. */
  public static Optional<AdminCommand.ShowAudit> meant(String written) {
    Matcher found = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      return Optional.empty();
    }
    String kind = found.group(1) == null ? RECENT : found.group(1);
    long before = found.group(2) == null ? Long.MAX_VALUE : Long.parseLong(found.group(2));
    return KINDS.containsKey(kind)
        ? Optional.of(new AdminCommand.ShowAudit(kind, before))
        : Optional.empty();
  }
}
