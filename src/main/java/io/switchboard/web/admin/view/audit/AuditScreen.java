package io.switchboard.web.admin.view.audit;

import io.switchboard.audit.Audit;
import io.switchboard.audit.Audit.Which;
import io.switchboard.audit.AuditEntry;
import io.switchboard.http.Request;
import io.switchboard.member.MemberId;
import io.switchboard.member.look.Listed;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.share.ShareId;
import io.switchboard.text.Stood;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Said;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /admin/audit}: what was done, by whom. */
public final class AuditScreen implements Screen {
  private static final int A_PAGE = 50;
  private static final Pattern MEMBER = Pattern.compile("member (\\d{1,18})");
  private static final Pattern POST = Pattern.compile("post (\\d{1,18})");
  private static final Map<Which, String> CHOICES =
      Map.of(Which.REFUSED, "refused", Which.UNDOABLE, "undoable");

  private final Audit audit;
  private final LookForMembers members;
  private final Function<ShareId, Optional<String>> posts;

  /**
   * @param posts what a post is called, for the staff
   */
  public AuditScreen(
      Audit audit, LookForMembers members, Function<ShareId, Optional<String>> posts) {
    this.audit = audit;
    this.members = members;
    this.posts = posts;
  }

  /**
   * An entry; the record's own words.
   *
   * @param whom to whom or what
   * @param detail what exactly; empty if there is no more to say
   * @param change how it stood before, and then; empty if nothing is known
   */
  public record Line(AuditEntry entry, Who who, Who whom, String at, String detail, String change) {
    /** Whether a button takes it back. */
    public boolean undoable() {
      return entry.undoable();
    }

    /** Whether it was taken back since. */
    public boolean undone() {
      return entry.trace().undoneBy() != null;
    }
  }

  /**
   * One of the choices above the entries.
   *
   * @param name of its text
   */
  public record Choice(String name, String path, boolean chosen) {}

  /**
   * Who did it, or to whom.
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
    Which which =
        CHOICES.entrySet().stream()
            .filter(choice -> choice.getValue().equals(request.query("show").orElse("")))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(Which.ALL);
    return List.of(new Part("audit", true, "admin/audit", () -> params(visitor, which, before)));
  }

  private Map<String, Object> params(Visitor visitor, Which which, long before) {
    List<AuditEntry> found = audit.before(before, which, A_PAGE + 1);
    List<AuditEntry> entries = found.subList(0, Math.min(A_PAGE, found.size()));
    Map<MemberId, Listed> named =
        members.all(
            entries.stream()
                .flatMap(e -> Stream.concat(Stream.of(e.who()), target(e).stream()))
                .distinct()
                .toList());
    return Map.of(
        "visitor",
        visitor,
        "choices",
        Stream.of(Which.values())
            .map(one -> new Choice(name(one), path(one, Long.MAX_VALUE), one == which))
            .toList(),
        "lines",
        entries.stream().map(entry -> line(visitor, named, entry)).toList(),
        "here",
        path(which, before),
        "first",
        before == Long.MAX_VALUE ? "" : path(which, Long.MAX_VALUE),
        "next",
        found.size() > A_PAGE ? path(which, entries.getLast().id()) : "");
  }

  private static String name(Which which) {
    return which.name().toLowerCase(Locale.ROOT);
  }

  private static String path(Which which, long before) {
    String show = CHOICES.getOrDefault(which, "");
    String query =
        Stream.of(
                show.isEmpty() ? "" : "show=" + show,
                before == Long.MAX_VALUE ? "" : "before=" + before)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    return "/admin/audit" + (query.isEmpty() ? "" : "?" + query);
  }

  private Line line(Visitor visitor, Map<MemberId, Listed> named, AuditEntry entry) {
    AuditEntry.Trace trace = entry.trace();
    Said said = visitor.said();
    boolean known = !trace.before().equals(trace.after());
    String change =
        known
            ? visitor
                .frame()
                .say(
                    "admin.audit.change",
                    stood(visitor, trace.before()),
                    stood(visitor, trace.after()))
            : "";
    // What was set is told with what it was before.
    String detail = known && entry.detail().startsWith("until ") ? "" : said.times(entry.detail());
    return new Line(
        entry,
        who(visitor, named.get(entry.who()), entry),
        whom(visitor, named, entry),
        said.at(entry.at()),
        detail,
        change);
  }

  private static String stood(Visitor visitor, String state) {
    return Stood.said(visitor.said().times(state), visitor.frame()::say);
  }

  private static Optional<MemberId> target(AuditEntry entry) {
    Matcher member = MEMBER.matcher(entry.target());
    return member.matches()
        ? Optional.of(new MemberId(Long.parseLong(member.group(1))))
        : Optional.empty();
  }

  private Who whom(Visitor visitor, Map<MemberId, Listed> named, AuditEntry entry) {
    Matcher post = POST.matcher(entry.trace().thing());
    if (post.matches()) {
      String number = post.group(1);
      return new Who(0, posts.apply(new ShareId(Long.parseLong(number))).orElse("#" + number));
    }
    Optional<MemberId> member = target(entry);
    if (member.isEmpty()) {
      return new Who(0, entry.target());
    }
    Listed found = named.get(member.get());
    return found == null
        ? new Who(0, visitor.frame().say("admin.audit.gone", member.get().value()))
        : new Who(member.get().value(), found.name());
  }

  private static Who who(Visitor visitor, @Nullable Listed member, AuditEntry entry) {
    if (member != null) {
      return new Who(entry.who().value(), member.name());
    }
    String person = entry.trace().person();
    if (person.equals(Audit.VISITOR.value())) {
      return new Who(0, visitor.frame().say("admin.audit.visitor"));
    }
    return new Who(
        0,
        person.isEmpty() ? visitor.frame().say("admin.audit.gone", entry.who().value()) : person);
  }
}
