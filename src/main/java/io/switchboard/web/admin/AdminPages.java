package io.switchboard.web.admin;

import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.files.Assets;
import io.switchboard.markup.Document;
import io.switchboard.markup.html.Fragment;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import io.switchboard.web.admin.live.Streams;
import io.switchboard.web.signin.Forms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code /admin} and what is below it. */
public final class AdminPages {
  private static final Pattern BACK = Pattern.compile("/admin(/[a-z0-9/-]*)?(\\?[\\w=&%.@+:-]*)?");
  private static final Pattern WORD = Pattern.compile("[a-z]{1,20}");
  private static final Pattern NAME = Pattern.compile("\\S{1,200}");
  private static final String NOTE = "note";
  private static final String ACT = "/admin/act";

  private final Gatekeeper gate;
  private final Acts acts;
  private final Assets assets;
  private final Streams streams;
  private final List<Screen> screens;
  private final BiFunction<Request, String, Response> signIn;
  private final Notes notes = new Notes();

  /**
   * The pages.
   *
   * @param signIn answers somebody who wants to sign in, and to come back to this path then
   */
  public AdminPages(
      Gatekeeper gate,
      Acts acts,
      Assets assets,
      Streams streams,
      List<Screen> screens,
      BiFunction<Request, String, Response> signIn) {
    this.gate = gate;
    this.acts = acts;
    this.assets = assets;
    this.streams = streams;
    this.screens = List.copyOf(screens);
    this.signIn = signIn;
  }

  /** Answers there. */
  public void on(Routes routes) {
    Pages.files(assets);
    assets.add("admin.css", "web/admin/admin.css").add("admin.js", "web/admin/admin.js");
    routes.post(ACT, this::act);
    routes.post("/admin/sign-in", this::askIn);
    for (Screen screen : screens) {
      String path = screen.section().path();
      routes.get(live(path), request -> live(request, screen));
      routes.get(path, request -> page(request, screen));
      screen
          .files()
          .forEach((at, file) -> routes.get(at, request -> file(request, screen, at, file)));
    }
  }

  private static String live(String path) {
    return path.replaceFirst("^/admin", "/admin/live");
  }

  private Response page(Request request, Screen screen) {
    return gate.enter(request, screen.section().least())
        .map(visitor -> page(request, screen, visitor))
        .orElseGet(() -> door(request, screen.section().path()));
  }

  private Response page(Request request, Screen screen, Visitor visitor) {
    Map<String, Object> params = new LinkedHashMap<>();
    String query = request.rawQuery();
    params.put("visitor", visitor);
    params.put("section", screen.section());
    params.put("menu", menu(visitor));
    params.put("parts", parts(screen, visitor, request));
    params.put("stream", live(request.path()) + (query.isEmpty() ? "" : "?" + query));
    params.put(
        NOTE,
        request
            .query(NOTE)
            .flatMap(number -> notes.take(visitor.session().id(), number))
            .orElse(""));
    return Pages.of("admin/shell", params);
  }

  /** What was found out later comes first, and by itself where a page is live. */
  private List<Part> parts(Screen screen, Visitor visitor, Request request) {
    List<Part> parts = screen.parts(visitor, request);
    boolean live = parts.stream().anyMatch(Part::live);
    Part late =
        new Part(
            "late", live, "admin/late", () -> Map.of("late", notes.late(visitor.session().id())));
    return Stream.concat(Stream.of(late), parts.stream()).toList();
  }

  private Response file(Request request, Screen screen, String at, Screen.Download file) {
    return gate.enter(request, screen.section().least())
        .map(visitor -> file.file(visitor, request))
        .orElseGet(() -> door(request, at));
  }

  private List<Section> menu(Visitor visitor) {
    return screens.stream()
        .map(Screen::section)
        .filter(section -> section.inMenu() && visitor.role().atLeast(section.least()))
        .sorted()
        .toList();
  }

  private Response live(Request request, Screen screen) {
    Optional<Visitor> entered = gate.enter(request, screen.section().least());
    if (entered.isEmpty()) {
      gate.recordVisitor("GET", live(screen.section().path()));
      throw Refused.notFound();
    }
    Visitor visitor = entered.get();
    // Who asks for what is not there is told so now, not by a broken stream.
    List<Part> parts = parts(screen, visitor, request).stream().filter(Part::live).toList();
    if (parts.isEmpty()) {
      throw Refused.notFound();
    }
    return streams.open(
        visitor.member().id(),
        () ->
            gate.still(request, screen.section().least())
                .map(v -> parts(screen, v, request).stream().filter(Part::live).toList()));
  }

  /**
   * For whoever is not signed in; looks the same whatever is behind it.
   *
   * @param pattern of what they wanted to see
   */
  private Response door(Request request, String pattern) {
    gate.recordVisitor("GET", pattern);
    String query = request.rawQuery();
    String back = request.path() + (query.isEmpty() ? "" : "?" + query);
    return door(request, back(back), false).status(404);
  }

  /**
   * The door.
   *
   * @param late whether they were signed in and wanted to do something
   */
  private Response door(Request request, String back, boolean late) {
    PageFrame frame = PageFrame.of(request, assets);
    return Pages.of("admin/door", Map.of("frame", frame, "back", back, "late", late));
  }

  private Response askIn(Request request) {
    return signIn.apply(request, back(Forms.read(request).getOrDefault("back", "")));
  }

  private static String back(String path) {
    return BACK.matcher(path).matches() ? path : "/admin";
  }

  private Response act(Request request) {
    Map<String, String> form = Forms.read(request);
    Optional<Visitor> entered = gate.enter(request, form);
    if (entered.isEmpty() && !gate.knows(request)) {
      gate.recordVisitor("POST", ACT);
      return door(request, back(form.getOrDefault("back", "")), true).status(403);
    }
    if (entered.isEmpty()) {
      throw new Refused(403, "This was not sent from a page of the dashboard. Please reload it.");
    }
    Visitor visitor = entered.get();
    String command = form.getOrDefault("do", "");
    if (!WORD.matcher(command).matches() || !acts.may(visitor.role(), command)) {
      gate.record(visitor.member().id(), request, "/" + command.replaceAll("[^a-z]", ""));
      throw Refused.notFound();
    }
    long session = visitor.session().id();
    notes.anew(session);
    Document said =
        acts.act(
            visitor.holder(),
            visitor.frame().locale(),
            command,
            arguments(form),
            later -> notes.later(session, html(visitor, later)));
    long note = notes.keep(session, html(visitor, said));
    String back = back(form.getOrDefault("back", "")).replaceAll("[?&]" + NOTE + "=\\d*", "");
    return Response.redirect(back + (back.contains("?") ? "&" : "?") + NOTE + "=" + note);
  }

  private static String html(Visitor visitor, Document said) {
    return visitor.said().times(Fragment.of(said));
  }

  /** As they would be written in a chat; what is no word where one belongs is left out. */
  private static String arguments(Map<String, String> form) {
    String verb = form.getOrDefault("verb", "");
    String who = form.getOrDefault("who", "").strip();
    String more = form.getOrDefault("more", "").strip().replaceAll("\\s+", " ");
    StringBuilder all = new StringBuilder();
    if (WORD.matcher(verb).matches()) {
      all.append(verb);
    }
    if (NAME.matcher(who).matches()) {
      all.append(' ').append(who);
    }
    return all.append(' ').append(more).toString().strip();
  }
}
