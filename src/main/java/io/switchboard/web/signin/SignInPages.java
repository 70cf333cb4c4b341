package io.switchboard.web.signin;

import io.switchboard.chat.Person;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.Throttle;
import io.switchboard.http.files.Assets;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.session.Browsers;
import io.switchboard.member.session.Session;
import io.switchboard.member.session.Sessions;
import io.switchboard.member.session.SignIn;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import io.switchboard.web.share.Around;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /login}: how a browser asks, how a link signs it in, and what is signed in. */
public final class SignInPages {
  /** So many times a network may ask, or try links, and gets back in the time below. */
  private static final int TRIES = 30;

  private static final Duration TRIES_IN = Duration.ofMinutes(10);

  private final SignIn signing;
  private final Sessions sessions;
  private final Members members;
  private final SignedIn signedIn;
  private final Assets assets;
  private final Throttle tries;
  private final Function<String, List<Around.Onward>> chats;

  /**
   * @param chats where a chat with the bot is opened, given what it is sent as the argument of
   *     {@code /start}
   */
  public SignInPages(
      Browsers browsers,
      Members members,
      InstantSource time,
      Assets assets,
      Function<String, List<Around.Onward>> chats) {
    this.signing = browsers.signing();
    this.sessions = browsers.sessions();
    this.members = members;
    this.signedIn = new SignedIn(browsers.sessions());
    this.assets = assets;
    this.chats = chats;
    this.tries = new Throttle(time, TRIES, TRIES_IN);
  }

  /** Answers there. */
  public void on(Routes routes) {
    Pages.files(assets);
    routes.get("/login", this::show);
    routes.post("/login", request -> ask(request, "/login"));
    routes.post("/login/end", this::end);
    routes.get("/login/{token}", this::open);
    routes.post("/login/{token}", this::enter);
  }

  private Response show(Request request) {
    Optional<Session> session = signedIn.session(request);
    return session.isPresent()
        ? account(request, session.get())
        : page(request, "asking", Map.of());
  }

  /**
   * A browser asks to be signed in, and comes back to this path then. Nobody is harmed who is made
   * to ask.
   */
  public Response ask(Request request, String back) {
    if (!tries.allows(request.network())) {
      return tooMany(request);
    }
    SignIn.Asking asking = signing.ask(back);
    String code = asking.code().replaceAll("(.{4})(?=.)", "$1-");
    return page(
            request, "code", Map.of("code", code, "chats", chats.apply("login-" + asking.code())))
        .header("Set-Cookie", Cookies.ASKING.set(asking.cookie(), SignIn.GOOD_FOR));
  }

  /**
   * Signs a browser in at once, without a chat: for the sandbox, where anybody may be anybody.
   *
   * @param back the path to go on with
   */
  public Response enterAs(Request request, Person person, String back) {
    MemberId member = members.recognize(person).id();
    String token = signing.offer(member, person);
    return signing
        .enter(token, Optional.empty(), browser(request))
        .map(in -> signedIn(in, back))
        .orElseGet(() -> gone(request));
  }

  private static Response signedIn(SignIn.In in, String back) {
    return Response.redirect(back)
        .header("Set-Cookie", Cookies.SESSION.set(in.secret(), Sessions.LENGTH));
  }

  private static String browser(Request request) {
    return Browser.name(request.header("User-Agent").orElse(""));
  }

  private Response account(Request request, Session session) {
    List<Session> all = sessions.list(session.member());
    return page(
        request,
        "account",
        Map.of(
            "name",
            name(session.member()),
            "lines",
            all.stream().map(s -> AccountLine.of(s, s.id() == session.id())).toList(),
            "proof",
            signedIn.proof(request)));
  }

  private String name(MemberId member) {
    return members.find(member).map(Member::name).orElse("…");
  }

  private Response open(Request request) {
    String token = request.param("token");
    return switch (signing.look(token, Cookies.ASKING.in(request))) {
      case SignIn.Door.Open(MemberId member, boolean asked) ->
          asked ? entered(request, token) : page(request, "confirm", Map.of("name", name(member)));
      case SignIn.Door.Elsewhere ignored -> page(request, "elsewhere", Map.of()).status(403);
      case SignIn.Door.Gone ignored -> gone(request);
    };
  }

  private Response enter(Request request) {
    return Forms.fromHere(request) ? entered(request, request.param("token")) : gone(request);
  }

  private Response entered(Request request, String token) {
    return signing
        .enter(token, Cookies.ASKING.in(request), browser(request))
        .map(in -> signedIn(in, in.back()))
        .orElseGet(() -> gone(request));
  }

  private Response end(Request request) {
    Map<String, String> form = Forms.read(request);
    Optional<Session> session = signedIn.session(request, form);
    if (session.isEmpty()) {
      return Response.redirect("/login");
    }
    String which = form.getOrDefault("session", "");
    boolean all = which.equals("all");
    boolean own = which.equals(Long.toString(session.get().id()));
    if (all) {
      sessions.endAll(session.get().member());
    } else if (which.matches("\\d{1,18}")) {
      sessions.end(Long.parseLong(which), session.get().member());
    }
    Response back = Response.redirect("/login");
    return all || own ? back.header("Set-Cookie", Cookies.SESSION.drop()) : back;
  }

  private Response gone(Request request) {
    return tries.allows(request.network())
        ? page(request, "gone", Map.of()).status(404)
        : tooMany(request);
  }

  private Response tooMany(Request request) {
    return page(request, "many", Map.of())
        .status(429)
        .header("Retry-After", Long.toString(tries.retryAfterSeconds()));
  }

  private Response page(Request request, String step, Map<String, Object> more) {
    Map<String, Object> params = new HashMap<>(more);
    params.put("frame", PageFrame.of(request, assets));
    params.put("step", step);
    return Pages.of("login", params);
  }
}
