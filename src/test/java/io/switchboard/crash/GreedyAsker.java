package io.switchboard.crash;

import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who asks more than their limit allows, and what came of it. Only whole answers count: of
 * what failed, the limit takes back.
 */
final class GreedyAsker {
  private static final int LIMIT = 5;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Pattern WORD = Pattern.compile("^greed(\\d+)x");

  private final FakeTelegram telegram;
  private final Person greedy;
  private final Person boss;
  private final List<Long> asked = new ArrayList<>();
  private final TreeMap<Long, Duration> ahead = new TreeMap<>();

  GreedyAsker(FakeTelegram telegram) {
    this.telegram = telegram;
    greedy = telegram.person("Greta");
    boss = telegram.person("Boss");
    ahead.put(Long.MIN_VALUE, Duration.ZERO);
  }

  /** Who may set limits, as the configuration names them. */
  String admin() {
    return "telegram:" + boss.id();
  }

  /** The limit is set, by an admin in a chat. */
  void begin() {
    ask();
    say(boss, "/limit set @%s %d/minute".formatted(greedy.handle(), LIMIT));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> said(boss).stream().anyMatch(m -> m.contains(LIMIT + "")));
  }

  private List<String> said(Person to) {
    return telegram.fromBot(telegram.privateChat(to)).stream().map(m -> m.text()).toList();
  }

  /** One more question. */
  void ask() {
    asked.add(System.nanoTime());
    say(greedy, "greed%dx fast".formatted(asked.size() - 1));
  }

  private void say(Person who, String text) {
    telegram.say(who, telegram.privateChat(who), text);
  }

  /** The clock by which the limit goes was set forward. */
  void jumped(Duration forward) {
    ahead.put(System.nanoTime(), ahead.lastEntry().getValue().plus(forward));
  }

  /** How many were asked. */
  int asked() {
    return asked.size();
  }

  /** How many got a whole answer. */
  int answered(FakeOpenAi account) {
    return accepted(account).size();
  }

  /**
   * Where more were let through than the limit allows: all of them were asked, and the account had
   * all of them, within less than the limit's window.
   */
  List<String> wrong(FakeOpenAi account) {
    List<Accepted> all = accepted(account);
    List<String> wrong = new ArrayList<>();
    for (Accepted first : all) {
      Duration end = first.notBefore().plus(WINDOW);
      List<Accepted> within =
          all.stream()
              .filter(a -> a.notBefore().compareTo(first.notBefore()) >= 0)
              .filter(a -> a.notAfter().compareTo(end) < 0)
              .toList();
      if (within.size() > LIMIT) {
        wrong.add("limit of %d in %s overrun: %s".formatted(LIMIT, WINDOW, within));
      }
    }
    return wrong;
  }

  private List<Accepted> accepted(FakeOpenAi account) {
    return account.answersFor("greed").stream()
        .filter(g -> g.state() == Generation.State.COMPLETE)
        // In hours a conversation grows so long that its beginning is summarised.
        .filter(g -> WORD.matcher(g.question()).find())
        .sorted(Comparator.comparingLong(Generation::askedAt))
        .map(this::accepted)
        .collect(
            () -> new TreeMap<Integer, Accepted>(),
            (map, a) -> map.putIfAbsent(a.number(), a),
            TreeMap::putAll)
        .values()
        .stream()
        .skip(1)
        .toList();
  }

  private Accepted accepted(Generation generation) {
    Matcher word = WORD.matcher(generation.question());
    if (!word.find()) {
      throw new IllegalStateException(generation.question());
    }
    int number = Integer.parseInt(word.group(1));
    return new Accepted(number, at(asked.get(number)), at(generation.askedAt()));
  }

  /** Time as the limit sees it at most: what has gone by, and how far the clock was set forward. */
  private Duration at(long nanos) {
    return ahead.floorEntry(nanos).getValue().plus(Duration.ofNanos(nanos - asked.getFirst()));
  }

  /** A question that was let through between these. */
  private record Accepted(int number, Duration notBefore, Duration notAfter) {}
}
