package io.switchboard.scenario;

import static org.awaitility.Awaitility.await;

import io.switchboard.app.Switchboard;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The started program between a stage and a fake account. */
final class Line implements AutoCloseable {
  /** Or the account would be asked for them between the questions that are counted. */
  private static final String NO_TITLES = "conversations: {titles: false}";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  final FakeOpenAi account = FakeOpenAi.start();
  final SteppedClock clock = new SteppedClock();
  private final Path folder;
  private final Stage stage;
  private Stage also;
  private String accounts;
  private String database;
  private UnaryOperator<String> written = yaml -> yaml;
  private Switchboard switchboard;

  Line(Path folder, Stage stage) {
    this.folder = folder;
    this.stage = stage;
    this.database = "{url: \"%s\"}".formatted(TestDatabases.h2(folder.resolve("db")));
    this.accounts =
        "[{name: main, baseUrl: \"%s\", apiKey: \"%s\", concurrency: 2}]"
            .formatted(account.baseUrl(), FakeOpenAi.KEY);
  }

  /** The same people are on another platform, too. */
  Line alsoOn(Stage other) {
    also = other;
    return this;
  }

  private String ids(String... people) {
    return Stream.of(stage, also)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(on -> Stream.of(people).map(on::id))
        .map(id -> '"' + id + '"')
        .collect(Collectors.joining(", "));
  }

  /** Starts with these accounts instead of one. */
  Line accounts(String yaml) {
    accounts = yaml;
    return this;
  }

  /** Starts on this database instead of an H2 in the folder. */
  Line database(String yaml) {
    database = yaml;
    return this;
  }

  /** Changes the configuration before it is read. */
  Line written(UnaryOperator<String> change) {
    written = change;
    return this;
  }

  /** Starts it; Ada is an admin, everybody but Mallory is let in. */
  Line start(String more) {
    String own = more.lines().anyMatch(l -> l.startsWith("conversations:")) ? "" : NO_TITLES;
    String yaml =
        """
        %s
        %s
        accounts: %s
        access: {admins: [%s], allow: [%s]}
        web: {port: 0}
        database: %s
        %s
        """
            .formatted(
                stage.yaml() + (also == null ? "" : "\n" + also.yaml()),
                own,
                accounts,
                ids("Ada"),
                ids("Ben", "Cleo", "Dan"),
                database,
                more);
    try {
      Files.writeString(folder.resolve("switchboard.yaml"), written.apply(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    switchboard = Switchboard.start(folder, name -> null, clock);
    stage.awaitBot();
    if (also != null) {
      also.awaitBot();
    }
    return this;
  }

  /** Changes its configuration while it is stopped. */
  void rewrite(UnaryOperator<String> change) {
    Path file = folder.resolve("switchboard.yaml");
    try {
      Files.writeString(file, change.apply(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds that to the end of its configuration. */
  void write(String more) {
    try {
      Files.writeString(folder.resolve("switchboard.yaml"), more + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its pages answer, each as in {@code GET /s/{token}}. */
  List<String> routes() {
    return switchboard.routes();
  }

  /** Where its pages are. */
  URI address() {
    return switchboard.address();
  }

  /** Stops it and starts it again, with the same configuration and database. */
  void restart() {
    stop();
    startAgain();
  }

  /** Stops it. */
  void stop() {
    switchboard.close();
  }

  /** Starts it after {@link #stop}. */
  void startAgain() {
    switchboard = Switchboard.start(folder, name -> null, clock);
    stage.awaitBot();
    if (also != null) {
      also.awaitBot();
    }
  }

  /** Does what is done every hour. */
  void sweep() {
    switchboard.sweep();
  }

  /** Does what is done every minute for the staff. */
  void look() {
    switchboard.look();
  }

  /** The answer of a page, by its whole address. */
  HttpResponse<String> get(String url) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a message with that text is there; the newest of them. */
  static Stage.Seen see(Supplier<List<Stage.Seen>> where, String text) {
    return await(text)
        .atMost(PATIENCE)
        .until(
            () -> where.get().stream().filter(m -> m.text().contains(text)).reduce((a, b) -> b),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until a message with that text and that button is there; the newest of them. */
  static Stage.Seen see(Supplier<List<Stage.Seen>> where, String text, String button) {
    return await(text + " with " + button)
        .atMost(PATIENCE)
        .until(
            () ->
                where.get().stream()
                    .filter(m -> m.text().contains(text) && m.buttons().contains(button))
                    .reduce((a, b) -> b),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until no message with that text is there. */
  static void gone(Supplier<List<Stage.Seen>> where, String text) {
    await("no " + text)
        .atMost(PATIENCE)
        .until(() -> where.get().stream().noneMatch(m -> m.text().contains(text)));
  }

  /** Does that, and waits for one more message with that text than there was before. */
  static Stage.Seen next(Supplier<List<Stage.Seen>> where, String text, Runnable doing) {
    Supplier<List<Stage.Seen>> all =
        () -> where.get().stream().filter(m -> m.text().contains(text)).toList();
    int before = all.get().size();
    doing.run();
    return await("one more " + text)
        .atMost(PATIENCE)
        .until(all::get, now -> now.size() > before)
        .getLast();
  }

  @Override
  public void close() {
    if (switchboard != null) {
      switchboard.close();
    }
    stage.close();
    account.close();
  }
}
