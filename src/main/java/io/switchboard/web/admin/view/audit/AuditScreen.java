package io.switchboard.web.admin.view.audit;

import io.switchboard.audit.Audit;
import io.switchboard.audit.AuditEntry;
import io.switchboard.http.Request;
import io.switchboard.member.MemberId;
import io.switchboard.member.look.Listed;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /admin/audit}: what was done, by whom. */
public final class AuditScreen implements Screen {
  private static final int A_PAGE = 50;

  private final Audit audit;
  private final LookForMembers members;

  public AuditScreen(Audit audit, LookForMembers members) {
    this.audit = audit;
    this.members = members;
  }

  /**
   * An entry; the record's own words.
   *
   * @param change how it stood before, and then; empty if nothing is known
   * @param undone whether it was taken back since
   */
  public record Line(AuditEntry entry, Who who, String at, String change, boolean undone) {
    /** Whether a button takes it back. */
    public boolean undoable() {
      return entry.undoable();
    }
  }

  /**
   * Who did it.
   *
   * @param id 0 if they are no member, or none any more
   */
  public record Who(long id, String name) {}

  @Override
  public Section section() {
    return Section.AUDIT;
  }

  @Override
  public List<Part> parts(Visitor visitor, Request request) {
    long before =
        request
            .query("before")
            .filter(n -> n.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    return List.of(new Part("audit", true, "admin/audit", () -> params(visitor, before)));
  }

  private Map<String, Object> params(Visitor visitor, long before) {
    List<AuditEntry> found = audit.before(before, A_PAGE + 1);
    List<AuditEntry> entries = found.subList(0, Math.min(A_PAGE, found.size()));
    Map<MemberId, Listed> named = members.all(entries.stream().map(AuditEntry::who).toList());
    return Map.of(
        "visitor",
        visitor,
        "lines",
        entries.stream().map(entry -> line(visitor, named, entry)).toList(),
        "here",
        before == Long.MAX_VALUE ? "/admin/audit" : "/admin/audit?before=" + before,
        "next",
        found.size() > A_PAGE ? "/admin/audit?before=" + entries.getLast().id() : "");
  }

  private static Line line(Visitor visitor, Map<MemberId, Listed> named, AuditEntry entry) {
    AuditEntry.Trace trace = entry.trace();
    boolean known = !trace.before().equals(trace.after());
    return new Line(
        entry,
        who(visitor, named.get(entry.who()), entry),
        visitor.said().at(entry.at()),
        known ? visitor.frame().say("admin.audit.change", trace.before(), trace.after()) : "",
        trace.undoneBy() != null);
  }

  private static Who who(Visitor visitor, @Nullable Listed member, AuditEntry entry) {
    if (member != null) {
      return new Who(entry.who().value(), member.name());
    }
    String person = entry.trace().person();
    return new Who(
        0,
        person.isEmpty() ? visitor.frame().say("admin.audit.gone", entry.who().value()) : person);
  }
}
