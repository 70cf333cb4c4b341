package io.switchboard.crash;

import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who tries what is not theirs, with the right links: somebody from nowhere, and Lena, a member who
 * has shared nothing. Nobody but its owner opens what is shared with themselves alone, and nobody
 * but members what is shared with members, whatever the clock says and whoever was just killed.
 */
final class Strangers implements AutoCloseable {
  /** What is to be read by its owner alone, and by members, is shared by these commands. */
  static final List<String> COMMANDS =
      List.of("/share 1h private sealed", "/share 1h members inner");

  private static final Pattern WORDS = Pattern.compile("(BEGIN|END|PART\\d+)q[td]\\d+x");
  private static final Pattern LOGIN = Pattern.compile("https?://\\S*(/login/[\\w-]+)");
  private static final List<String> WAYS =
      List.of("", ".md", ".json", ".pdf", "/events", "/preview.png");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 3;

  private final FakeTelegram telegram;
  private final Person lena;
  private final HttpClient browser = HttpClient.newHttpClient();
  private final Set<String> sealed = new LinkedHashSet<>();
  private final Set<String> inner = new LinkedHashSet<>();
  private String usedLogin = "";
  private String cookie = "";
  private int tried;
  private int opened;

  Strangers(FakeTelegram telegram) {
    this.telegram = telegram;
    lena = telegram.person("Lena");
  }

  /** Notes what is shown as live now. */
  void look(List<Shown> shown) {
    for (Shown message : shown) {
      if (message.labels().contains("End this link")) {
        Set<String> which =
            message.text().contains("“sealed”")
                ? sealed
                : message.text().contains("“inner”") ? inner : new LinkedHashSet<>();
        SharedLinks.paths(message).forEach(which::add);
      }
    }
  }

  /** What was read by those who may not, with the newest of the links. */
  List<String> read(String address) throws IOException, InterruptedException {
    signIn(address);
    List<String> wrong = new ArrayList<>();
    for (String path : newest(sealed)) {
      for (String way : WAYS) {
        tryIt(address + path + way, "", wrong);
        tryIt(address + path + way, cookie, wrong);
      }
    }
    for (String path : newest(inner)) {
      for (String way : WAYS) {
        tryIt(address + path + way, "", wrong);
      }
      if (!cookie.isEmpty() && WORDS.matcher(get(address + path, cookie).body()).find()) {
        opened++;
      }
    }
    return wrong;
  }

  private static List<String> newest(Set<String> paths) {
    return paths.stream().skip(Math.max(0, paths.size() - AT_ONCE)).toList();
  }

  private void tryIt(String page, String as, List<String> wrong)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = get(page, as);
    tried++;
    boolean file = !page.matches(".*/s/[\\w-]+");
    if (WORDS.matcher(answer.body()).find() || (file && answer.statusCode() == 200)) {
      wrong.add(page + " was read by " + (as.isEmpty() ? "anybody" : "another member"));
    }
  }

  private HttpResponse<String> get(String page, String as)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page)).timeout(PATIENCE);
    if (!as.isEmpty()) {
      request.header("Cookie", as);
    }
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** With the newest link that Lena was sent; then she asks for the next, for time goes fast. */
  private void signIn(String address) throws IOException, InterruptedException {
    Optional<String> link =
        telegram.fromBot(telegram.privateChat(lena)).stream()
            .flatMap(SharedLinks::addresses)
            .flatMap(l -> LOGIN.matcher(l).results())
            .map(r -> r.group(1))
            .reduce((a, b) -> b);
    if (link.isPresent() && !link.get().equals(usedLogin)) {
      usedLogin = link.get();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + usedLogin))
              .timeout(PATIENCE)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      browser
          .send(request, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.split(";")[0]);
    }
    telegram.say(lena, telegram.privateChat(lena), "/login");
  }

  @Override
  public String toString() {
    return "%d sealed links and %d for members, tried %d times, opened by a member %d times"
        .formatted(sealed.size(), inner.size(), tried, opened);
  }

  @Override
  public void close() {
    browser.close();
  }
}
