package io.switchboard.web.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.share.Published;
import io.switchboard.share.Visibility;
import io.switchboard.share.link.LinkToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A link that is unknown, has ended, was revoked or is not for the reader: the same body, the same
 * headers, and as long until it is answered. Asked in turns, so that whatever else the machine does
 * hits all of them; what counts is the median of each against that of the unknown ones. Prints the
 * figures; for better ones: {@code mvn -q test -Dtest=GuessingTimesTest -Dguessing.rounds=500}.
 */
@Isolated
class GuessingTimesTest {
  private static final int ROUNDS = Integer.getInteger("guessing.rounds", 150);
  private static final int WARM = ROUNDS / 3;

  /** More than the noise of medians on a busy machine, and far less than one more question. */
  private static final double MOST = 1.35;

  private final HttpClient client = HttpClient.newHttpClient();
  private int network;

  @Test
  void allTakeAsLongOnH2() throws Exception {
    try (Database database = TestDatabases.h2()) {
      measure("H2", database);
    }
  }

  @Test
  void allTakeAsLongOnPostgres() throws Exception {
    try (Database database = TestDatabases.postgres()) {
      measure("PostgreSQL", database);
    }
  }

  private void measure(String name, Database database) throws Exception {
    try (House house = new House(database)) {
      Map<String, String> links = links(house);
      for (String ending : List.of("", ".md", ".json", "/1.png")) {
        Map<String, Double> medians = Map.of();
        double worst = Double.MAX_VALUE;
        // A machine that is busy with something else may spoil one measurement.
        for (int tries = 0; tries < 3 && worst > MOST; tries++) {
          medians = medians(house, links, ending);
          worst = worst(medians);
        }
        System.out.printf(
            Locale.ROOT,
            "%s, /s/…%s: %s, at most %.2f times%n",
            name,
            ending,
            shown(medians),
            worst);
        assertThat(worst).isLessThan(MOST);
      }
    }
  }

  private static Map<String, String> links(House house) {
    MemberId ada = house.member();
    Map<String, String> links = new LinkedHashMap<>();
    Published.Live expired = house.publish(ada);
    house.time.step(Duration.ofDays(6));
    Published.Live revoked = house.publish(ada);
    house.sharing.revoke(revoked.id(), ada);
    Published.Live forbidden = house.publish(ada);
    house.sharing.own().show(forbidden.id(), ada, Visibility.MEMBERS);
    Published.Live own = house.publish(ada);
    house.sharing.own().show(own.id(), ada, Visibility.PRIVATE);
    house.time.step(Duration.ofDays(1));
    links.put("unknown", "");
    links.put("expired", expired.path());
    links.put("revoked", revoked.path());
    links.put("for members", forbidden.path());
    links.put("private", own.path());
    return links;
  }

  private Map<String, Double> medians(House house, Map<String, String> links, String ending)
      throws Exception {
    Map<String, List<Long>> times = new LinkedHashMap<>();
    links.keySet().forEach(link -> times.put(link, new ArrayList<>()));
    Set<String> bodies = new HashSet<>();
    Set<Map<String, List<String>>> headers = new HashSet<>();
    for (int i = 0; i < WARM + ROUNDS; i++) {
      for (Map.Entry<String, String> link : links.entrySet()) {
        String path = link.getValue().isEmpty() ? LinkToken.random().path() : link.getValue();
        long begin = System.nanoTime();
        HttpResponse<String> answer = get(house.at(path + ending));
        long took = System.nanoTime() - begin;
        assertThat(answer.statusCode()).as(link.getKey()).isEqualTo(404);
        bodies.add(answer.body());
        headers.add(without(answer, "date"));
        if (i >= WARM) {
          times.get(link.getKey()).add(took);
        }
      }
    }
    assertThat(bodies).hasSize(1);
    assertThat(headers).hasSize(1);
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach(
        (link, all) -> {
          long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
          Arrays.sort(sorted);
          medians.put(link, sorted[sorted.length / 2] / 1e6);
        });
    return medians;
  }

  /** Each from another network, since too many from one are put off. */
  private HttpResponse<String> get(URI page) throws Exception {
    network++;
    String from = "10.%d.%d.%d".formatted(network >> 16 & 255, network >> 8 & 255, network & 255);
    return client.send(
        HttpRequest.newBuilder(page).header("X-Forwarded-For", from).build(),
        BodyHandlers.ofString());
  }

  private static Map<String, List<String>> without(HttpResponse<?> answer, String header) {
    Map<String, List<String>> all = new LinkedHashMap<>(answer.headers().map());
    all.remove(header);
    return all;
  }

  private static double worst(Map<String, Double> medians) {
    double unknown = medians.getOrDefault("unknown", 1.0);
    return medians.values().stream()
        .mapToDouble(median -> Math.max(median / unknown, unknown / median))
        .max()
        .orElseThrow();
  }

  private static String shown(Map<String, Double> medians) {
    return String.join(
        ", ",
        medians.entrySet().stream()
            .map(m -> "%s %.3f ms".formatted(m.getKey(), m.getValue()))
            .toList());
  }
}
