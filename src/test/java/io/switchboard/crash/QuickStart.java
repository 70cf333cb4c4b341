package io.switchboard.crash;

import static org.awaitility.Awaitility.await;

import io.switchboard.db.TestDatabases;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a JVM is told to start the program with little work: tests do it a hundred times. The classes
 * stand in a jar, and in an archive that one run of the program has left, both made once for what
 * is compiled and kept among what is built.
 */
public final class QuickStart {
  /** Most live a few seconds: what is compiled should be needed often. */
  private static final List<String> QUICK =
      List.of(
          "-Xmx512m",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=10",
          "-XX:+UseSerialGC");

  private static final List<String> ALLOWED =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  private static final String JAR = "program.jar";
  private static final String ARCHIVE = "program.aot";
  private static final Path FOLDER = made();

  private QuickStart() {}

  /** The JVM's options, the class path among them. */
  public static List<String> options() {
    List<String> options = new ArrayList<>(QUICK);
    // Where it could not be made it is done without.
    if (Files.exists(FOLDER.resolve(ARCHIVE))) {
      options.add("-XX:AOTCache=" + FOLDER.resolve(ARCHIVE));
    }
    options.addAll(in(FOLDER));
    return options;
  }

  /** These options, and what the program needs of the JVM. */
  static List<String> with(List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.addAll(ALLOWED);
    all.addAll(List.of("-cp", entries().collect(Collectors.joining(File.pathSeparator))));
    return all;
  }

  /** The JVM's options for a main class of the tests. */
  public static List<String> optionsWithTests() {
    List<String> options = new ArrayList<>(QUICK);
    options.addAll(ALLOWED);
    options.addAll(List.of("-cp", wholeClassPath()));
    return options;
  }

  private static String wholeClassPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static Stream<String> entries() {
    return Arrays.stream(wholeClassPath().split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString());
  }

  private static List<String> in(Path folder) {
    List<String> options = new ArrayList<>(ALLOWED);
    Stream<String> libraries = entries().filter(entry -> entry.endsWith(".jar"));
    String jar = folder.resolve(JAR).toString();
    options.add("-cp");
    options.add(
        Stream.concat(Stream.of(jar), libraries).collect(Collectors.joining(File.pathSeparator)));
    return options;
  }

  private static Path classes() {
    return entries()
        .filter(entry -> entry.endsWith("classes"))
        .map(Path::of)
        .findFirst()
        .orElseThrow();
  }

  private static Path made() {
    try {
      Path all = Files.createDirectories(classes().resolveSibling("quick"));
      Path whole = all.resolve(state());
      // Of two JVMs one makes it, and the other waits.
      try (FileChannel channel =
              FileChannel.open(
                  all.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(whole)) {
          make(whole);
        }
      }
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Differs when something was compiled, or a library or the JVM is another. */
  private static String state() throws IOException {
    StringBuilder state = new StringBuilder(wholeClassPath() + Runtime.version());
    for (Path file : walk(classes())) {
      state.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
    }
    return Integer.toHexString(state.toString().hashCode());
  }

  /** All that is in a folder, without itself. */
  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder)).sorted().toList();
    }
  }

  private static void make(Path whole) throws IOException {
    forgetAllButTheLast(whole.getParent());
    Files.createDirectories(whole);
    Path jar = whole.resolve(JAR + ".part");
    pack(jar);
    Files.move(jar, whole.resolve(JAR), StandardCopyOption.REPLACE_EXISTING);
    train(whole);
  }

  /** Those of what was compiled before; the last one may be in use yet. */
  private static void forgetAllButTheLast(Path all) throws IOException {
    List<Path> older;
    try (Stream<Path> made = Files.list(all)) {
      older =
          made.filter(Files::isDirectory)
              .sorted(Comparator.comparing((Path folder) -> folder.toFile().lastModified()))
              .toList();
    }
    for (Path folder : older.subList(0, Math.max(0, older.size() - 1))) {
      for (Path file : walk(folder).reversed()) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static void pack(Path jar) throws IOException {
    Path classes = classes();
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      for (Path file : walk(classes)) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        // Migrations are looked for by their folder.
        zip.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
        if (Files.isRegularFile(file)) {
          Files.copy(file, zip);
        }
        zip.closeEntry();
      }
    }
  }

  /** A question on each platform is answered, and the program is stopped. */
  private static void train(Path whole) throws IOException {
    Path folder = Files.createDirectories(whole.resolve("training"));
    List<Crowd> crowds = List.of(new TelegramCrowd(1, false), new DiscordCrowd(1));
    String database = TestDatabases.h2(folder.resolve("db"));
    try (Life life = new Life(folder, database, 2, crowds)) {
      List<String> options = new ArrayList<>(QUICK);
      options.add("-XX:AOTCacheOutput=" + whole.resolve(ARCHIVE));
      options.addAll(in(whole));
      try (SwitchboardProcess process = life.startWith(options)) {
        process.awaitReady();
        for (Crowd crowd : crowds) {
          await().atMost(Duration.ofMinutes(4)).until(crowd::listening);
          life.ask(crowd, 0, " fast");
        }
        life.wrongInTheEnd(Duration.ofSeconds(30));
        process.terminate();
      }
    } catch (InterruptedException | RuntimeException e) {
      System.err.println("the program starts without an archive of its classes: " + e);
    }
  }
}
