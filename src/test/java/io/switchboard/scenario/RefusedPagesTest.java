package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.TestDatabases;
import io.switchboard.scenario.Stage.Seen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every page of the dashboard and every form sent to it, tried by whoever is not signed in, a
 * member and a moderator who came by a chat: refused, recorded, nothing changes; and an admin whose
 * browser was led there by another site. Which pages there are is asked of the server.
 */
class RefusedPagesTest extends Play {
  /** Asks anybody who they are. */
  private static final String DOOR = "POST /admin/sign-in";

  private static final String FORM =
      "do=limit&verb=set&who=%s&more=1%%2Fday&title=x&text=x&id=1&share=1&post=1";

  /** What is written whenever somebody comes to a page or goes on by itself. */
  private static final List<String> OWN_BUSINESS =
      List.of("AUDIT", "EVENT_DONE", "LEASE", "LEARNT", "PLATFORM_HEARD", "SEND_PAUSE");

  private final HttpClient client = HttpClient.newHttpClient();
  private String database;
  private String ada;
  private String ben;
  private String cleo;

  @Override
  Stage stage() {
    return new TelegramStage();
  }

  @BeforeEach
  void signIn() {
    database = TestDatabases.h2(folder.resolve("rows"));
    line.database("{url: \"" + database + "\"}").start("");
    for (String person : List.of("Ben", "Cleo")) {
      stage.command(person, "timezone", "");
      see(() -> stage.inPrivate(person), "UTC");
    }
    stage.command("Ada", "member", "role " + stage.id("Cleo") + " moderator");
    see(() -> stage.inPrivate("Ada"), "is a moderator");
    ada = signIn("Ada");
    ben = signIn("Ben");
    cleo = signIn("Cleo");
  }

  private String signIn(String person) {
    stage.command(person, "login", "");
    Seen sent = see(() -> stage.inPrivate(person), "/login/");
    String link = sent.links().stream().filter(l -> l.contains("/login/")).findFirst().get();
    HttpResponse<String> in = send("POST", URI.create(link).getPath(), "", "");
    assertThat(in.statusCode()).isEqualTo(303);
    return in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private HttpResponse<String> send(
      String method, String path, String cookie, String form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(line.address() + path))
            .header("Accept-Language", "en")
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString(form) : BodyPublishers.noBody());
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Content-Type", "application/x-www-form-urlencoded");
    if (!cookie.isEmpty()) {
      all.put("Cookie", cookie);
    }
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    all.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> routes() {
    List<String> routes =
        line.routes().stream()
            .filter(route -> route.contains(" /admin"))
            .filter(route -> !route.equals(DOOR))
            .toList();
    assertThat(routes).hasSizeGreaterThan(14).contains("POST /admin/act", "GET /admin/audit");
    return routes;
  }

  private static String path(String route) {
    return route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "1");
  }

  private String form(String cookie) {
    return FORM.formatted(stage.id("Ben").replace(":", "%3A")) + "&proof=" + proof(cookie);
  }

  /** Whoever is signed in finds theirs, to sign out. */
  private String proof(String cookie) {
    Matcher found =
        Pattern.compile("name=\"proof\" value=\"([0-9a-f]+)\"")
            .matcher(send("GET", "/login", cookie, "").body());
    return found.find() ? found.group(1) : "";
  }

  /** The lines of what was refused to one of them. */
  private List<String> recorded(String who) {
    List<String> all = new ArrayList<>();
    String next = "/admin/audit?show=refused";
    while (!next.isEmpty()) {
      String page = send("GET", next, ada, "").body();
      for (String entry : page.split("<li")) {
        Matcher tried = Pattern.compile("<code>refused</code> ([^<]*)</p>").matcher(entry);
        if (entry.contains(who) && tried.find()) {
          all.add(tried.group(1).strip());
        }
      }
      Matcher older =
          Pattern.compile("href=\"(/admin/audit\\?show=refused[^\"]*before=\\d+)\"").matcher(page);
      String found = "";
      while (older.find()) {
        found = older.group(1).replace("&amp;", "&");
      }
      next = found;
    }
    return all;
  }

  private void tried(String who, String cookie, List<String> routes) {
    for (String route : routes) {
      String method = route.substring(0, route.indexOf(' '));
      HttpResponse<String> answer = send(method, path(route), cookie, form(cookie));
      assertThat(answer.statusCode()).as(who + ": " + route).isIn(403, 404);
      assertThat(answer.body()).as(who + ": " + route).doesNotContain("Cleo", "limit");
    }
  }

  @Test
  void whoIsNotSignedInIsRefusedEverythingAndItIsRecordedOnceAnHour() {
    Rows before = Rows.of(database);
    tried("nobody", "", routes());
    tried("nobody", "", routes());
    assertThat(before.changed(Rows.of(database)).keySet()).isSubsetOf(OWN_BUSINESS);
    assertThat(recorded("somebody not signed in")).containsExactlyInAnyOrderElementsOf(routes());
    stage.command("Ada", "audit", "refused");
    assertThat(see(() -> stage.inPrivate("Ada"), "What was tried").text())
        .contains("somebody not signed in");
  }

  @Test
  void aMemberIsRefusedEverythingAndEachTryIsRecorded() {
    Rows before = Rows.of(database);
    tried("Ben", ben, routes());
    assertThat(before.changed(Rows.of(database)).keySet()).isSubsetOf(OWN_BUSINESS);
    assertThat(recorded("Ben"))
        .containsExactlyInAnyOrderElementsOf(
            routes().stream()
                .map(route -> route.substring(0, route.indexOf(' ') + 1) + path(route))
                .toList());
  }

  @Test
  void aModeratorSeesTheirPagesAndIsRefusedTheOthers() {
    Rows before = Rows.of(database);
    TreeSet<String> seen = new TreeSet<>();
    TreeSet<String> refused = new TreeSet<>();
    for (String route : routes()) {
      if (!route.contains("/live")) {
        String method = route.substring(0, route.indexOf(' '));
        int status = send(method, path(route), cleo, form(cleo)).statusCode();
        (status == 200 ? seen : refused).add(method + " " + path(route));
        assertThat(status).as(route).isIn(200, 404);
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "GET /admin", "GET /admin/members", "GET /admin/members/1", "GET /admin/posts");
    assertThat(before.changed(Rows.of(database)).keySet()).isSubsetOf(OWN_BUSINESS);
    refused.remove("POST /admin/act");
    refused.add("/limit /admin/act");
    assertThat(recorded("Cleo")).containsExactlyInAnyOrderElementsOf(refused);
  }

  @Test
  void whatAnotherSiteMakesAnAdminsBrowserSendIsRefused() {
    String good = form(ada);
    Rows before = Rows.of(database);
    int expected = 0;
    for (String route : routes().stream().filter(r -> r.startsWith("POST ")).toList()) {
      List<List<String>> foreign =
          List.of(
              List.of(good, "Sec-Fetch-Site", "cross-site"),
              List.of(good, "Sec-Fetch-Site", "same-site"),
              List.of(good, "Origin", "https://evil.example"),
              List.of(good, "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"),
              List.of(good.replaceFirst("&proof=.*", "")),
              List.of(good.replaceFirst("&proof=.*", "&proof=" + "0".repeat(64))),
              List.of(good.replaceFirst("&proof=.*", "&proof=" + proof(ben))),
              List.of(good, "Content-Type", "text/plain"));
      for (List<String> one : foreign) {
        String[] headers = one.subList(1, one.size()).toArray(String[]::new);
        HttpResponse<String> answer = send("POST", path(route), ada, one.getFirst(), headers);
        assertThat(answer.statusCode()).as(route + one).isEqualTo(403);
        expected++;
      }
    }
    assertThat(before.changed(Rows.of(database)).keySet()).isSubsetOf(OWN_BUSINESS);
    assertThat(recorded("Ada"))
        .hasSize(expected)
        .allMatch(s -> s.startsWith("foreign form /admin"));
    assertThat(send("POST", "/admin/act", ada, good).statusCode()).isEqualTo(303);
    assertThat(before.changed(Rows.of(database)).keySet()).contains("LIMIT_OVERRIDE");
  }
}
