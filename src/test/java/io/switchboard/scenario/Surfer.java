package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.scenario.Stage.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser: it keeps its cookie, and goes on only when told to. */
final class Surfer implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private String cookie = "";

  HttpResponse<String> get(String url) {
    return send(request(url));
  }

  /** Sends a form, such as {@code password=sesame}. */
  HttpResponse<String> post(String url, String form) {
    return send(
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Opens the link that the bot sends for that in private, and presses. */
  void signIn(Stage stage, String person) {
    stage.command(person, "login", "");
    Seen sent = see(() -> stage.inPrivate(person), "/login/");
    HttpResponse<String> in = post(link(sent, "/login/"), "");
    assertThat(in.statusCode()).isEqualTo(303);
    keep(in);
  }

  /** Presses the button of a page that is not for everybody: what is said then. */
  String askedToSignIn(String url) {
    HttpResponse<String> asked = post(url + "?sign-in=1", "");
    keep(asked);
    return asked.body();
  }

  /** Opens the link that the bot sent for what this browser asked: where it leads. */
  String signedIn(String link) {
    HttpResponse<String> in = get(link);
    assertThat(in.statusCode()).isEqualTo(303);
    keep(in);
    return in.headers().firstValue("Location").orElseThrow();
  }

  /** Presses what sends this form on the dashboard, as {@code do=undo}: the page after it. */
  String act(URI home, String form) {
    Matcher proof =
        Pattern.compile("name=\"proof\" value=\"([0-9a-f]+)\"")
            .matcher(get(home + "/login").body());
    assertThat(proof.find()).as("signed in").isTrue();
    HttpResponse<String> done = post(home + "/admin/act", "proof=" + proof.group(1) + "&" + form);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    return get(home + done.headers().firstValue("Location").orElseThrow()).body();
  }

  private void keep(HttpResponse<?> response) {
    cookie = response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  /** The address in a message that leads there. */
  static String link(Seen message, String path) {
    return message.links().stream().filter(l -> l.contains(path)).findFirst().orElseThrow();
  }

  private HttpRequest.Builder request(String url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(4));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
