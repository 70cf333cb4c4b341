package io.switchboard.web.admin.view.share;

import io.switchboard.http.Request;
import io.switchboard.member.MemberId;
import io.switchboard.member.access.Role;
import io.switchboard.member.look.Listed;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.member.session.Authority;
import io.switchboard.share.Visibility;
import io.switchboard.share.look.AnyShare;
import io.switchboard.share.look.LookAtAll;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code /admin/shares}: everybody's links, and how one is ended. Titles are shown as {@code
 * /revoke} shows them; never an address, by which an admin could read what they may not.
 */
public final class SharesScreen implements Screen {
  private static final int A_PAGE = 20;

  private final LookAtAll shares;
  private final LookForMembers members;
  private final Authority authority;
  private final Predicate<MemberId> lets;

  /**
   * @param lets whether a member lets admins read
   */
  public SharesScreen(
      LookAtAll shares, LookForMembers members, Authority authority, Predicate<MemberId> lets) {
    this.lets = lets;
    this.shares = shares;
    this.members = members;
    this.authority = authority;
  }

  /**
   * A share.
   *
   * @param state a word for its colour
   * @param when how long it lives, in words
   * @param beneath whether who looks may end it
   */
  public record Line(
      AnyShare share,
      String title,
      String owner,
      String state,
      String who,
      String when,
      boolean beneath) {
    /** Whether a form ends it. */
    public boolean ends() {
      return share.live() && beneath;
    }
  }

  @Override
  public Section section() {
    return Section.SHARES;
  }

  @Override
  public List<Part> parts(Visitor visitor, Request request) {
    Wanted wanted = Wanted.read(request);
    return List.of(new Part("shares", false, "admin/shares", () -> params(visitor, wanted)));
  }

  private Map<String, Object> params(Visitor visitor, Wanted wanted) {
    Map<String, Object> params = new HashMap<>();
    params.put("visitor", visitor);
    params.put("wanted", wanted);
    params.put("here", wanted.here());
    List<Listed> called =
        wanted.called().isEmpty()
            ? List.of()
            : members.page(wanted.called(), Long.MAX_VALUE, A_PAGE).members();
    Optional<Listed> one =
        called.size() == 1 ? Optional.of(called.getFirst()) : wanted.owner().flatMap(members::find);
    boolean nobody = one.isEmpty() && (!wanted.called().isEmpty() || wanted.owner().isPresent());
    params.put("several", one.isEmpty() ? called : List.of());
    params.put("one", one.map(Listed::name).orElse(""));
    params.put("nobody", nobody && called.isEmpty());
    List<AnyShare> found =
        nobody
            ? List.of()
            : shares.page(
                wanted.filter(one.map(Listed::id).orElse(null)), wanted.before(), A_PAGE + 1);
    List<AnyShare> page = found.subList(0, Math.min(A_PAGE, found.size()));
    Map<MemberId, Listed> named = members.all(page.stream().map(AnyShare::owner).toList());
    params.put("lines", page.stream().map(share -> line(visitor, named, share)).toList());
    params.put("next", found.size() > A_PAGE ? wanted.after(page.getLast().id().value()) : "");
    return params;
  }

  private Line line(Visitor visitor, Map<MemberId, Listed> named, AnyShare share) {
    Listed owner = named.get(share.owner());
    boolean self = share.owner().equals(visitor.member().id());
    Role role = self ? visitor.role() : authority.role(share.owner());
    return new Line(
        share,
        title(visitor, share),
        owner == null
            ? visitor.frame().say("admin.audit.gone", share.owner().value())
            : owner.name(),
        share.state().name().toLowerCase(Locale.ROOT),
        who(visitor, share),
        when(visitor, share),
        owner != null && (self || !role.atLeast(visitor.role())));
  }

  private String title(Visitor visitor, AnyShare share) {
    return !share.titled(lets)
        ? visitor.frame().say("revoke.closed")
        : share.title().isEmpty() ? visitor.frame().say("admin.shares.deleted") : share.title();
  }

  private static String who(Visitor visitor, AnyShare share) {
    String who = visitor.frame().say("revoke.who." + word(share.readers().visibility()));
    Integer opens = share.readers().opens();
    String more =
        (share.readers().password() ? " · " + visitor.frame().say("admin.shares.password") : "")
            + (opens == null ? "" : " · " + visitor.frame().say("admin.shares.opens", opens));
    return who + more;
  }

  private static String when(Visitor visitor, AnyShare share) {
    var ends = share.life().endsAt();
    var began = share.life().publishedAt();
    String from =
        began == null ? "" : visitor.frame().say("admin.shares.since", visitor.said().at(began));
    String to =
        !share.live()
            ? ""
            : ends == null
                ? visitor.frame().say("admin.shares.never")
                : visitor.frame().say("admin.shares.until", visitor.said().at(ends));
    return from.isEmpty() || to.isEmpty() ? from + to : from + " · " + to;
  }

  static String word(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }
}
