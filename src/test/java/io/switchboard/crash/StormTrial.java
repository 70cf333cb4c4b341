package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.crash.JumpingProgram.Watch;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything at once, for as long as is asked: kills, stops, an account in trouble, platforms that
 * cannot be reached, break off, refuse or take something without saying so, a clock that jumps,
 * while people ask and share, and one asks more than their limit allows. Looked at from outside: no
 * accepted question without its answer, none answered twice, the account's cap kept and the
 * member's limit too, nobody's words in the prompt of another, no page alive past its end, nobody
 * reading what is shared with others.
 *
 * <pre>mvn verify -Ptrials -Dtest=StormTrial [-Dtrial.minutes=120] [-Dtrial.seed=…]</pre>
 *
 * <ul>
 *   <li>{@code trial.minutes}: how long on each database, 60 if not said
 *   <li>{@code trial.seed}: a number that was printed at the start of another run. It repeats what
 *       chance chose: who asks what, which trouble comes after how many of them, how long it lasts,
 *       how far the clock jumps. In which instant of an answer it strikes also depends on the
 *       machine, so what it shows is found again in most runs and not in each.
 *   <li>{@code trial.forward}, {@code trial.back}: by how many seconds the clock jumps at most,
 *       3600 and 60; not below 1
 * </ul>
 */
class StormTrial {
  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final int CAP = 6;
  private static final int AT_ONCE = 30;
  private static final int PEOPLE = 12;
  private static final Pattern WORD = Pattern.compile("(q[td]|greed)\\d+x");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void onH2() throws Exception {
    storm("jdbc:h2:file:" + folder.resolve("data/switchboard"));
  }

  @Test
  void onPostgres() throws Exception {
    storm(TestDatabases.postgresUrl());
  }

  private void storm(String database) throws Exception {
    long seed = Long.getLong("trial.seed", System.nanoTime());
    System.out.println("trial.seed=" + seed);
    Random random = new Random(seed);
    long end = System.nanoTime() + Duration.ofMinutes(Long.getLong("trial.minutes", 60)).toNanos();
    Files.createDirectories(folder);
    TelegramCrowd telegram = new TelegramCrowd(PEOPLE, true);
    DiscordCrowd discord = new DiscordCrowd(PEOPLE);
    GreedyAsker greedy = telegram.greedy();
    try (Life life = new Life(folder, database, CAP, List.of(telegram, discord));
        SharedLinks links = new SharedLinks();
        Strangers strangers = telegram.strangers()) {
      Weather weather =
          new Weather(
              life, telegram, discord, new Outside(links, strangers), new Watch(folder), random);
      weather.sharedTime = database.startsWith("jdbc:postgresql");
      weather.restart();
      greedy.begin();
      while (System.nanoTime() < end) {
        if (life.open() < AT_ONCE) {
          life.askAnything(random);
        }
        weather.change();
        assertThat(weather.wrong()).as("trial.seed=%s", seed).isEmpty();
      }
      weather.clear();
      List<String> wrong = life.wrongWhenQuiet(Duration.ofMinutes(5), QUIET);
      System.out.printf(
          "%d questions accepted, %s, %d links, left behind: %s%n",
          life.accepted().size(), weather, links.made(), life.leftBehind());
      System.out.printf(
          "who asks too much: %d questions, %d answered%n",
          greedy.asked(), greedy.answered(life.account));
      System.out.println(strangers);
      assertThat(wrong).as("trial.seed=%s", seed).isEmpty();
      assertThat(greedy.wrong(life.account)).as("trial.seed=%s", seed).isEmpty();
      assertThat(life.account.mostAtOnce()).as("trial.seed=%s", seed).isLessThanOrEqualTo(CAP);
      assertThat(life.account.generations()).noneMatch(g -> mixes(life, g));
    }
  }

  /** Whether what somebody else asked is in a prompt. */
  private static boolean mixes(Life life, Generation generation) {
    return WORD.matcher(generation.request().path("messages").toString())
            .results()
            .map(r -> r.group(1).startsWith("q") ? life.asker(r.group()) : "greedy")
            .distinct()
            .count()
        > 1;
  }

  /** Who looks at the pages. */
  private record Outside(SharedLinks links, Strangers strangers) {}

  /** What goes wrong, by chance. */
  private static final class Weather {
    private final Life life;
    private final TelegramCrowd telegram;
    private final DiscordCrowd discord;
    private final Outside outside;
    private final Watch clock;
    private final Random random;
    private SwitchboardProcess process;
    private String address = "";

    /** On PostgreSQL the windows of limits go by its clock, which does not jump here. */
    private boolean sharedTime;

    private Instant latest = Instant.EPOCH;
    private int kills;
    private int stops;
    private int troubles;
    private int jumps;

    Weather(
        Life life,
        TelegramCrowd telegram,
        DiscordCrowd discord,
        Outside outside,
        Watch clock,
        Random random) {
      this.life = life;
      this.telegram = telegram;
      this.discord = discord;
      this.outside = outside;
      this.clock = clock;
      this.random = random;
    }

    void restart() {
      process = life.startJumping();
      address = process.awaitReady();
    }

    void change() throws InterruptedException {
      int chance = random.nextInt(100);
      if (chance < 3) {
        kills++;
        life.kill();
        restart();
      } else if (chance < 4) {
        stops++;
        process.terminate();
        restart();
      } else if (chance < 8) {
        troubles++;
        life.account.next(random.nextBoolean() ? Script.busy(1) : Script.refuse(503, "busy"));
      } else if (chance < 10) {
        troubles++;
        telegram.pauseNext(random.nextInt(PEOPLE), 1 + random.nextInt(4));
      } else if (chance < 11) {
        troubles++;
        telegram.away(() -> process.mustLive(Duration.ofMillis(random.nextInt(5000))));
      } else if (chance < 13) {
        jumps++;
        jump();
      } else if (chance < 17) {
        share();
      } else if (chance < 25) {
        telegram.pressAll("Nothing is shared yet", "Share");
      }
      if (random.nextInt(100) < 3) {
        troubles++;
        discord.trouble(random, () -> process.mustLive(Duration.ofMillis(random.nextInt(5000))));
      }
      if (random.nextInt(10) == 0) {
        telegram.greedy().ask();
      }
      process.mustLive(Duration.ofMillis(30 + random.nextInt(150)));
    }

    private void share() {
      int kind = random.nextInt(4);
      String command =
          kind < Strangers.COMMANDS.size() ? Strangers.COMMANDS.get(kind) : "/share 1h";
      telegram.command(random.nextInt(PEOPLE), command);
    }

    private void jump() {
      if (random.nextInt(4) == 0) {
        clock.jump(Duration.ofSeconds(-random.nextInt(Integer.getInteger("trial.back", 60))));
      } else {
        int most = Integer.getInteger("trial.forward", 3600);
        Duration forward = Duration.ofSeconds(random.nextInt(most));
        if (!sharedTime) {
          telegram.greedy().jumped(forward);
        }
        clock.jump(forward);
      }
    }

    List<String> wrong() throws Exception {
      Instant now = clock.instant();
      latest = now.isAfter(latest) ? now : latest;
      outside.links.look(telegram.messages(), latest);
      outside.strangers.look(telegram.messages());
      if (random.nextInt(20) > 0) {
        return List.of();
      }
      List<String> wrong = new ArrayList<>(outside.links.alive(address, now));
      wrong.addAll(outside.strangers.read(address));
      return wrong;
    }

    /** Nothing more goes wrong; what was to go wrong and has not yet is forgotten. */
    void clear() {
      life.account.forgetNext();
    }

    @Override
    public String toString() {
      return "%d kills, %d stops, %d troubles, %d jumps".formatted(kills, stops, troubles, jumps);
    }
  }
}
