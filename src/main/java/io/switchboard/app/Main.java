package io.switchboard.app;

import io.switchboard.app.check.RunChecks;
import io.switchboard.app.control.AskRunning;
import io.switchboard.app.control.BackUp;
import io.switchboard.app.control.Reload;
import io.switchboard.app.settings.Settings;
import io.switchboard.config.ConfigurationError;
import io.switchboard.config.TextFile;
import io.switchboard.db.Database;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.backup.BackupFile;
import io.switchboard.db.backup.BackupTrouble;
import io.switchboard.http.WebUnavailable;
import io.switchboard.share.link.NoLinkKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/**
 * The program and its commands. Exit codes as in sysexits.h: 64 usage, 69 something needed is
 * unavailable, 78 configuration.
 */
@Command(
    name = "switchboard",
    description = "One ChatGPT account, shared by a whole group, on Discord and Telegram.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
  private static final int USAGE = 64;
  private static final int UNAVAILABLE = 69;
  private static final int INTERNAL = 70;
  private static final int CONFIGURATION = 78;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The folder of switchboard.yaml (default: bot-config).")
  private @Nullable Path config;

  /** Runs one command of the program. */
  public static void main(String[] args) {
    lookNamesUpAgain();
    EndWithLauncher.watch();
    List<String> said = List.of(args);
    int code = isPlainRun(said) ? runPlainly(said) : commandLine().execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * A name that is not known yet, as that of a container that starts, or before the network is
   * there, is known in a moment; Java would not ask again for ten seconds.
   */
  private static void lookNamesUpAgain() {
    Security.setProperty("networkaddress.cache.negative.ttl", "1");
  }

  /**
   * Whether it is started as services are, which needs no parser of command lines: its 170 classes
   * are too old for the archive by which the bundle starts fast. Everything else is picocli's.
   */
  private static boolean isPlainRun(List<String> args) {
    return args.isEmpty()
        || args.equals(List.of("run"))
        || (args.size() == 3
            && args.subList(0, 2).equals(List.of("run", "--config"))
            && !args.getLast().startsWith("-"));
  }

  private static int runPlainly(List<String> args) {
    Main main = new Main();
    main.config = args.size() == 3 ? Path.of(args.getLast()) : null;
    try {
      return main.call();
    } catch (Exception e) {
      return explain(e);
    }
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler((e, command, parsed) -> explain(e));
    line.getCommandSpec().exitCodeOnInvalidInput(USAGE);
    line.getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(USAGE));
    return line;
  }

  /**
   * What the one who started it can do something about is said in a line, everything else with its
   * trace.
   */
  private static int explain(Exception e) {
    return switch (e) {
      case ConfigurationError wrong -> say(wrong, CONFIGURATION);
      case BackupTrouble trouble -> say(trouble, UNAVAILABLE);
      case DatabaseUnavailable gone -> say(gone, UNAVAILABLE);
      case NoLinkKey broken -> say(broken, UNAVAILABLE);
      case WebUnavailable taken -> say(taken, UNAVAILABLE);
      default -> {
        e.printStackTrace();
        yield INTERNAL;
      }
    };
  }

  private static int say(Exception e, int code) {
    System.err.println(e.getMessage());
    return code;
  }

  @Override
  public Integer call() throws Exception {
    return run();
  }

  @Command(
      description =
          "Runs the bot until it is stopped (this is what happens if no command is given).")
  int run() throws InterruptedException {
    RunUntilStopped.with(settings(), InstantSource.system());
    return 0;
  }

  @Command(
      description =
          "Asks Discord, Telegram, the accounts, the database and the public address whether all is"
              + " well, and says what to do about what is not (exit code 1 if there is anything).")
  int check() {
    return new RunChecks(settings(), System.getenv().keySet(), InstantSource.system())
        .print(System.out);
  }

  @Command(description = "Brings the database up to date, and ends.")
  int migrate() {
    try (Database database = Database.open(settings().database)) {
      System.out.println("The database is up to date: " + database.version());
    }
    return 0;
  }

  @Command(
      description =
          "Writes everything into one file, also while the bot runs: the way to another machine or"
              + " another database, too.")
  int backup(
      @Parameters(paramLabel = "FILE", description = "A file that is not there yet.") Path file) {
    BackupFile.Content made = new BackUp(settings(), InstantSource.system()).to(file);
    System.out.printf("%s holds everything: %d rows, whole.%n", file, made.rows());
    return 0;
  }

  @Command(
      description =
          "Has the process that runs take limits, prices and personas from the files, as it does by"
              + " itself some seconds after they were changed.")
  int reload() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    if (!new AskRunning(settings().dataFolder()).ask(Reload.TASK, answer)) {
      System.err.println("no Switchboard runs here");
      return UNAVAILABLE;
    }
    String words = answer.toString(StandardCharsets.UTF_8);
    boolean taken = words.startsWith("+");
    (taken ? System.out : System.err).println(words.isEmpty() ? "" : words.substring(1));
    return taken ? 0 : CONFIGURATION;
  }

  @Command(description = "Puts everything from such a file into the database, which must be empty.")
  int restore(
      @Parameters(paramLabel = "FILE", description = "What backup wrote.") Path file,
      @Option(names = "--replace", description = "What is in the database goes.") boolean replace) {
    BackupFile.Content from = new BackUp(settings(), InstantSource.system()).from(file, replace);
    System.out.printf("Restored %d rows as of %s.%n", from.rows(), from.at());
    return 0;
  }

  @Command(description = "Says which version this is.")
  int version() {
    System.out.println(new Version().getVersion()[0]);
    return 0;
  }

  /** A folder that was named must be there; the usual one may be missing. */
  private Settings settings() {
    Path folder = config;
    if (folder == null) {
      folder = Path.of("bot-config");
    } else if (!Files.isDirectory(folder) && !Files.notExists(folder)) {
      throw new ConfigurationError(List.of(TextFile.closed(folder)));
    } else if (!Files.isDirectory(folder)) {
      throw new ConfigurationError(List.of("--config " + folder + ": there is no such folder"));
    }
    return new Settings(folder, System::getenv);
  }

  /** From the jar's manifest; a build that is not packaged has none. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"switchboard " + (version == null ? "(not packaged)" : version)};
    }
  }
}
