package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.scenario.Stage.Seen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks for any page there is, with any number and any link of somebody else's in it, reads
 * nothing of theirs. New pages are found by themselves, for it is the server that names them.
 */
class ForeignPagesTest extends Play {
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  Stage stage() {
    return new TelegramStage();
  }

  private record Route(String method, String pattern) {}

  private List<Route> routes() {
    return line.routes().stream()
        .map(route -> route.split(" ", 2))
        .map(parts -> new Route(parts[0], parts[1]))
        .toList();
  }

  /** A link that only Ada may open: its token. */
  private String token(String question, String arguments) {
    stage.say("Ada", question);
    see(() -> stage.inPrivate("Ada"), question, AGAIN);
    stage.command("Ada", "share", arguments);
    Seen preview = see(() -> stage.inPrivate("Ada"), "Preview: “" + question, "Share");
    stage.press("Ada", preview, "Share");
    Seen shared = see(() -> stage.inPrivate("Ada"), "“" + question + "”: http", "End this link");
    Optional<String> link = shared.links().stream().filter(l -> l.contains("/s/")).findFirst();
    String address = link.orElseThrow();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private String signIn(String person) throws Exception {
    stage.command(person, "login", "");
    Seen sent = see(() -> stage.inPrivate(person), "/login/");
    String link = sent.links().stream().filter(l -> l.contains("/login/")).findFirst().get();
    HttpResponse<String> in = send("POST", URI.create(link), "");
    assertThat(in.statusCode()).isEqualTo(303);
    return in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private HttpResponse<String> send(String method, URI address, String cookie) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofMinutes(4))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                method,
                method.equals("POST")
                    ? BodyPublishers.ofString("id=1&session=1&password=x")
                    : BodyPublishers.noBody());
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private List<URI> addresses(String pattern, List<String> values) {
    if (!pattern.contains("{")) {
      return List.of(
          URI.create(line.address() + pattern),
          URI.create(
              line.address() + pattern + "?url=" + line.address() + "/s/" + values.getFirst()),
          URI.create(line.address() + pattern + "?q=SECRET&share=1&id=1&conversation=1"));
    }
    return values.stream()
        .map(value -> pattern.replaceFirst("\\{[^}]*}", value).replaceAll("\\{[^}]*}", "1"))
        .map(path -> URI.create(line.address() + path))
        .toList();
  }

  @Test
  void noPageTellsAnythingOfSomebodyElses() throws Exception {
    line.start("limits: {default: {requests: []}}");
    String own = token("SECRET-ONE", "private");
    String members = token("SECRET-TWO", "members");
    String ended = token("SECRET-THREE", "");
    stage.press(
        "Ada",
        see(() -> stage.inPrivate("Ada"), "“SECRET-THREE”: http", "End this link"),
        "End this link");
    see(() -> stage.inPrivate("Ada"), "The link has ended");
    stage.say("Ben", "Mine.");
    see(() -> stage.inPrivate("Ben"), "Mine.", AGAIN);
    String ben = signIn("Ben");
    String ada = signIn("Ada");
    assertThat(send("GET", URI.create(line.address() + "/s/" + own), ada).body())
        .contains("SECRET-ONE");
    List<String> values = new ArrayList<>(List.of(own, ended));
    for (int i = 0; i <= 9; i++) {
      values.add(String.valueOf(i));
    }
    List<Route> routes = routes();
    assertThat(routes).hasSizeGreaterThan(15);
    TreeSet<String> asked = new TreeSet<>();
    for (Route route : routes) {
      for (String cookie : List.of("", ben)) {
        List<String> tried = new ArrayList<>(values);
        if (cookie.isEmpty()) {
          tried.add(members);
        }
        for (URI address : addresses(route.pattern(), tried)) {
          // Whoever guesses is soon slowed down: that is not what is asked here.
          line.clock.step(Duration.ofSeconds(30));
          HttpResponse<String> answer = send(route.method(), address, cookie);
          asked.add(answer.statusCode() + " " + route.method() + " " + route.pattern());
          assertThat(answer.body()).as("%s %s", route.method(), address).doesNotContain("SECRET-");
        }
      }
    }
    assertThat(asked).noneMatch(seen -> seen.startsWith("5") || seen.startsWith("429"));
    assertThat(asked).contains("404 GET /s/{token}", "404 GET /s/{token}.json");
    assertThat(send("GET", URI.create(line.address() + "/login"), ben).body())
        .contains("You are signed in");
    stage.command("Ada", "conversations", "");
    see(() -> stage.inPrivate("Ada"), "SECRET-ONE", "Delete");
  }
}
