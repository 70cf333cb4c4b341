package io.switchboard.crash;

import io.switchboard.fake.telegram.Key;
import io.switchboard.fake.telegram.Shown;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links that people of a crowd have made, and until when each of them may be alive. */
final class SharedLinks implements AutoCloseable {
  /** What everybody asks for; a clock that was set back may add to it. */
  static final Duration LIFE = Duration.ofHours(1);

  private static final Pattern PATH = Pattern.compile("/s/[A-Za-z0-9_-]{16,}");

  private final HttpClient browser = HttpClient.newHttpClient();
  private final Map<String, Instant> ends = new HashMap<>();

  /** Notes what is shown as live now. */
  void look(List<Shown> shown, Instant latest) {
    shown.stream()
        .filter(m -> m.labels().contains("End this link"))
        .flatMap(SharedLinks::paths)
        .forEach(path -> ends.putIfAbsent(path, latest.plus(LIFE)));
  }

  /** The paths of the links in a message. */
  static Stream<String> paths(Shown message) {
    return addresses(message).flatMap(s -> PATH.matcher(s).results().map(r -> r.group()));
  }

  /** Whatever an address may stand in. */
  static Stream<String> addresses(Shown message) {
    Stream<String> keys = message.keys().stream().flatMap(List::stream).map(Key::url);
    Stream<String> texts = message.entities().stream().map(e -> String.valueOf(e.argument()));
    return Stream.concat(Stream.of(message.text()), Stream.concat(keys, texts))
        .filter(s -> s != null);
  }

  int made() {
    return ends.size();
  }

  /** The path of one of them. */
  String any() {
    return ends.keySet().iterator().next();
  }

  /** Links past their end that still show something. */
  List<String> alive(String address, Instant now) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Instant> link : ends.entrySet()) {
      if (now.isAfter(link.getValue())) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + link.getKey())).build();
        int status = browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        // 429: whoever asks for so much that is gone is slowed down.
        if (status != 404 && status != 429) {
          wrong.add(link.getKey() + " ended at " + link.getValue() + " and says " + status);
        }
      }
    }
    return wrong;
  }

  @Override
  public void close() {
    browser.close();
  }
}
