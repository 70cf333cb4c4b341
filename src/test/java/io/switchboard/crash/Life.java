package io.switchboard.crash;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A program that is killed and started again, between people who ask and an account that answers.
 * Every question has a word of its own, by which its answer's beginning, middle and end are known.
 */
final class Life implements AutoCloseable {
  private static final int MIDDLES = 14;
  private static final String LOREM = "some words that a model might say about it ".repeat(8);

  private static final Map<String, String> NOTHING =
      Map.of("DISCORD_TOKEN", "", "TELEGRAM_TOKEN", "", "OPENAI_API_KEY", "");

  final FakeOpenAi account = FakeOpenAi.start();
  private final List<Crowd> crowds;
  private final Path folder;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, String> askers = new HashMap<>();
  private int number;
  private SwitchboardProcess process;

  Life(Path folder, String database, int concurrency, List<Crowd> crowds) {
    this(crowds, folder, "{url: \"" + database + "\"}", concurrency);
  }

  /**
   * The same with more said of the database.
   *
   * @param database as the configuration says it
   */
  static Life on(Path folder, String database, int concurrency, List<Crowd> crowds) {
    return new Life(crowds, folder, database, concurrency);
  }

  private Life(List<Crowd> crowds, Path folder, String database, int concurrency) {
    this.folder = folder;
    this.crowds = crowds;
    account
        .otherwise(answer("").pace(12, Duration.ofMillis(30)))
        .when(" fast", answer("").pace(4000, Duration.ZERO))
        .when(" slow", answer("").pace(12, Duration.ofMillis(150)))
        .when(" long", answer(middles()).pace(150, Duration.ofMillis(30)));
    String yaml =
        """
        accounts:
          - {name: main, baseUrl: "%s", apiKey: "%s", concurrency: %d}
        access: {allow: [everyone], admins: %s}
        limits: {default: {requests: [], running: 2, waiting: 500}}
        conversations: {titles: false}
        web: {port: 0}
        database: %s
        """
            .formatted(
                account.baseUrl(),
                FakeOpenAi.KEY,
                concurrency,
                crowds.stream().flatMap(crowd -> crowd.admins().stream()).toList(),
                database);
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("switchboard.yaml"),
          crowds.stream().map(Crowd::yaml).collect(Collectors.joining("\n")) + "\n" + yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Script answer(String middle) {
    return Script.answer(
        "BEGIN{question} "
            + LOREM
            + "\n\n"
            + middle
            + "And so, after all of that, we have come to the END{question}");
  }

  private static String middles() {
    return IntStream.range(0, MIDDLES)
        .mapToObj(i -> "PART" + i + "{question} " + LOREM + "\n\n")
        .collect(Collectors.joining());
  }

  SwitchboardProcess start() {
    process = SwitchboardProcess.start(folder, NOTHING);
    return process;
  }

  /** The same with other options of the JVM, the class path among them. */
  SwitchboardProcess startWith(List<String> options) {
    process = SwitchboardProcess.startWith(folder, NOTHING, options);
    return process;
  }

  /** The same with a clock that jumps as {@link JumpingProgram.Watch} in its folder says. */
  SwitchboardProcess startJumping() {
    process = SwitchboardProcess.start(folder, NOTHING, JumpingProgram.class);
    return process;
  }

  /** The same by way of another program, which is told all this and becomes it. */
  SwitchboardProcess startBy(List<String> program) {
    process = SwitchboardProcess.startBy(program, folder, NOTHING);
    return process;
  }

  /** Where its pages are. */
  String address() {
    return process.awaitReady();
  }

  void kill() {
    process.kill();
  }

  /** Somebody asks something; its word. */
  String ask(Crowd crowd, int person, String kind) {
    String word = "q" + crowd.letter() + ++number + "x";
    asked.add(word + kind);
    askers.put(word, crowd.letter() + person % crowd.size());
    crowd.say(person, word + kind);
    return word;
  }

  /** Who asked the question of that word, on which platform. */
  String asker(String word) {
    return askers.get(word);
  }

  /** Somebody asks something, or is heard a second time. */
  void askAnything(Random random) {
    Crowd crowd = crowds.get(random.nextInt(crowds.size()));
    if (random.nextInt(8) == 0 && number > crowds.size() * 4) {
      crowd.deliverAgain(random);
    } else {
      List<String> kinds = List.of("", "", "", " fast", " fast", " long");
      ask(crowd, random.nextInt(crowd.size()), kinds.get(random.nextInt(kinds.size())));
    }
  }

  /** So many questions have no whole answer yet, whether or not they were heard. */
  long open() {
    List<Crowd.Seen> shown = shown();
    return asked.stream().filter(q -> with(shown, "END" + word(q)).isEmpty()).count();
  }

  private List<Crowd.Seen> shown() {
    return crowds.stream().flatMap(crowd -> crowd.shown().stream()).toList();
  }

  private static List<Crowd.Seen> with(List<Crowd.Seen> shown, String text) {
    return shown.stream().filter(m -> m.text().contains(text)).toList();
  }

  private static String word(String question) {
    return question.split(" ")[0];
  }

  /** The questions that must be answered: kept by the platform, or seen to have been heard. */
  List<String> accepted() {
    List<Crowd.Seen> shown = shown();
    return asked.stream()
        .filter(
            q ->
                keeps(q)
                    || !account.answersFor(word(q)).isEmpty()
                    || !with(shown, word(q)).isEmpty())
        .toList();
  }

  private boolean keeps(String question) {
    return crowds.stream().anyMatch(c -> c.keeps() && question.startsWith("q" + c.letter()));
  }

  /** Waits until everything is answered and nothing moves any more; what is wrong then. */
  List<String> wrongInTheEnd(Duration patience) {
    try {
      Awaitility.await()
          .atMost(patience)
          .pollInterval(Duration.ofMillis(250))
          .until(() -> unanswered().isEmpty() && untold() == 0 && growing().isEmpty());
    } catch (ConditionTimeoutException e) {
      // Said below.
    }
    List<String> wrong = new ArrayList<>();
    unanswered().forEach(q -> wrong.add("lost: " + q));
    accepted().forEach(q -> twice(q, wrong));
    growing().forEach(m -> wrong.add("left unfinished: " + m));
    if (untold() > 0) {
      wrong.add(untold() + " updates were never confirmed");
    }
    return wrong;
  }

  /**
   * The same, and then waits until nothing has changed in any chat for a while: what comes a second
   * time comes when the first is there already.
   */
  List<String> wrongWhenQuiet(Duration patience, Duration quiet) {
    List<String> wrong = wrongInTheEnd(patience);
    List<Crowd.Seen> last = shown();
    long end = System.nanoTime() + patience.toNanos();
    long since = System.nanoTime();
    while (System.nanoTime() - since < quiet.toNanos() && System.nanoTime() < end) {
      process.mustLive(Duration.ofMillis(250));
      List<Crowd.Seen> now = shown();
      if (!now.equals(last)) {
        last = now;
        since = System.nanoTime();
      }
    }
    return wrong.isEmpty() ? wrongInTheEnd(Duration.ofSeconds(1)) : wrong;
  }

  private int untold() {
    return crowds.stream().mapToInt(Crowd::untold).sum();
  }

  private List<String> unanswered() {
    List<Crowd.Seen> shown = shown();
    return accepted().stream().filter(q -> with(shown, "END" + word(q)).isEmpty()).toList();
  }

  /** Every piece of an answer stands in one message. */
  private void twice(String question, List<String> wrong) {
    List<Crowd.Seen> shown = shown();
    List<String> marks = new ArrayList<>(List.of("BEGIN", "END"));
    if (question.endsWith(" long")) {
      IntStream.range(0, MIDDLES).forEach(i -> marks.add("PART" + i));
    }
    for (String mark : marks) {
      List<Crowd.Seen> there = with(shown, mark + word(question));
      if (there.size() != 1) {
        wrong.add(mark + word(question) + " is shown " + there.size() + " times: " + there);
      }
    }
  }

  /** Messages that say that their answer still grows. */
  private List<Crowd.Seen> growing() {
    return withButton("Stop");
  }

  /** Messages with such a button under them. */
  List<Crowd.Seen> withButton(String label) {
    return shown().stream().filter(m -> m.buttons().contains(label)).toList();
  }

  /**
   * Messages without a word of any answer: of a kill between a send's arrival and its answer a "…"
   * is left on Telegram, and a note that says how long the wait is.
   */
  List<String> leftBehind() {
    return shown().stream()
        .filter(m -> !m.text().matches("(?s).*q[a-z]\\d+x.*"))
        .map(m -> m.chat() + ": " + m.text())
        .toList();
  }

  /** Whether no message says any more that a question waits. */
  boolean noNoteIsLeft() {
    return leftBehind().stream().noneMatch(m -> m.contains("ahead of yours"));
  }

  @Override
  public void close() {
    if (process != null) {
      process.kill();
    }
    crowds.forEach(Crowd::close);
    account.close();
  }
}
