package io.switchboard.web.admin;

import io.switchboard.audit.Audit;
import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import io.switchboard.http.files.Assets;
import io.switchboard.member.HomeZone;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Role;
import io.switchboard.member.session.Authority;
import io.switchboard.member.session.Session;
import io.switchboard.web.PageFrame;
import io.switchboard.web.signin.SignedIn;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who may be here, and writes down who tried. */
public final class Gatekeeper {
  private static final Logger log = LoggerFactory.getLogger(Gatekeeper.class);

  private final SignedIn signedIn;
  private final People people;
  private final Audit audit;
  private final Assets assets;

  /**
   * Who is who.
   *
   * @param zone in which times are told to members who have not said theirs
   * @param address where the world reaches the pages: scheme, host and port
   */
  public record People(
      Authority authority, Members members, ZoneId zone, Supplier<String> address) {}

  public Gatekeeper(SignedIn signedIn, People people, Audit audit, Assets assets) {
    this.signedIn = signedIn;
    this.people = people;
    this.audit = audit;
    this.assets = assets;
  }

  /**
   * Whoever asks, if they may.
   *
   * @return empty if nobody is signed in
   * @throws Refused with 404 if somebody is who may not
   */
  Optional<Visitor> enter(Request request, Role least) {
    return signedIn.session(request).map(session -> let(request, session, least, request.method()));
  }

  /**
   * Whoever sends a form, if they may and it is from a page of ours.
   *
   * @return empty if it is not
   * @throws Refused with 404 if they may not
   */
  Optional<Visitor> enter(Request request, Map<String, String> form) {
    Optional<Session> session = signedIn.session(request);
    if (session.isEmpty()) {
      return Optional.empty();
    }
    if (!Origins.here(request, people.address().get())
        || signedIn.session(request, form).isEmpty()) {
      record(session.get().member(), request, "foreign form");
      return Optional.empty();
    }
    return Optional.of(let(request, session.get(), Role.MODERATOR, "POST"));
  }

  /** Whether anybody is signed in. */
  boolean knows(Request request) {
    return signedIn.session(request).isPresent();
  }

  /** Whoever was let in a while ago, if they still may; nothing is written down. */
  Optional<Visitor> still(Request request, Role least) {
    return signedIn
        .session(request)
        .flatMap(session -> visitor(request, session))
        .filter(visitor -> visitor.role().atLeast(least));
  }

  private Visitor let(Request request, Session session, Role least, String how) {
    Optional<Visitor> visitor = visitor(request, session);
    if (visitor.filter(v -> v.role().atLeast(least)).isEmpty()) {
      record(session.member(), request, how);
      throw Refused.notFound();
    }
    return visitor.get();
  }

  private Optional<Visitor> visitor(Request request, Session session) {
    PageFrame frame = PageFrame.of(request, assets);
    return people
        .authority()
        .of(session)
        .map(
            holder ->
                new Visitor(
                    session, holder, frame, zone(session.member()), signedIn.proof(request)));
  }

  private ZoneId zone(MemberId member) {
    return people.members().zone(member).map(HomeZone::id).orElse(people.zone());
  }

  /** Nobody is signed in, and this was tried: a page, by the pattern of its path. */
  void recordVisitor(String method, String page) {
    audit.visitorRefused(method + " " + page);
  }

  /** Somebody is signed in and tried what they may not. */
  void record(MemberId who, Request request, String how) {
    log.warn("member {} may not use {} of the dashboard", who, request.path());
    audit.refused(who, how + " " + request.path());
  }
}
