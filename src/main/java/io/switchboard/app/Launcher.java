package io.switchboard.app;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the program on a JDK 25, whatever {@code java} this class itself runs on.
 *
 * <p>Compiled for Java 8, so that an old {@code java} on the PATH reaches the message (or the newer
 * JDK beside it) instead of an UnsupportedClassVersionError. Exit code 64 when no JDK 25 is found.
 */
public final class Launcher {
  private static final int NEEDED = 25;
  private static final int NO_JDK = 64;

  /** As in EndWithLauncher, which is not compiled for Java 8. */
  private static final String WATCHED = "switchboard.launched";

  /** Folders to look for JDKs in, instead of the usual ones; separated as on a class path. */
  private static final String FOLDERS = "switchboard.jdks";

  private static final String MAIN = "io.switchboard.app.Main";

  private Launcher() {}

  public static void main(String[] args) throws Exception {
    boolean insideMaven = Launcher.class.getClassLoader() != ClassLoader.getSystemClassLoader();
    if (version(System.getProperty("java.specification.version")) >= NEEDED && !insideMaven) {
      Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
      return;
    }
    File java = newestJava();
    if (java == null) {
      System.err.println(
          "Switchboard needs a JDK "
              + NEEDED
              + " or newer, and none was found: install one (for example from adoptium.net) or"
              + " point JAVA_HOME at it.");
      exit(NO_JDK);
      return;
    }
    exit(run(java, args));
  }

  private static int run(File java, String[] args)
      throws IOException, InterruptedException, URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(java.getPath());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-D" + WATCHED + "=true");
    command.add("-cp");
    command.add(classPath());
    command.add(MAIN);
    command.addAll(Arrays.asList(args));
    // What the program reads is a pipe. It closes when this process dies, even of a kill -9, and
    // then nobody would be left to stop the program. Anything written to it asks the program to
    // stop: Process.destroy would close the pipe too, and on Windows leave no time for anything.
    final Process child =
        new ProcessBuilder(command).inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
    Thread stop =
        new Thread() {
          @Override
          public void run() {
            try {
              child.getOutputStream().write('\n');
              child.getOutputStream().flush();
              child.waitFor();
            } catch (IOException gone) {
              // It has ended already.
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    Runtime.getRuntime().addShutdownHook(stop);
    int code = child.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException alreadyStopping) {
      return code;
    }
    return code;
  }

  /** Exits, except when that would end Maven while there is nothing to report. */
  private static void exit(int code) {
    if (code != 0) {
      System.exit(code);
    }
  }

  private static String classPath() throws URISyntaxException {
    ClassLoader loader = Launcher.class.getClassLoader();
    if (loader == ClassLoader.getSystemClassLoader() || !(loader instanceof URLClassLoader)) {
      return System.getProperty("java.class.path");
    }
    StringBuilder path = new StringBuilder();
    for (URL url : ((URLClassLoader) loader).getURLs()) {
      path.append(path.length() == 0 ? "" : File.pathSeparator)
          .append(new File(url.toURI()).getPath());
    }
    return path.toString();
  }

  private static File newestJava() {
    for (String variable : new String[] {"JAVA25_HOME", "JAVA_HOME"}) {
      String home = System.getenv(variable);
      File java = home == null || home.isEmpty() ? null : javaIn(new File(home));
      if (java != null) {
        return java;
      }
    }
    for (File folder : folders()) {
      File[] homes = folder.listFiles();
      for (File home : homes == null ? new File[0] : homes) {
        File java = javaIn(home);
        if (java != null) {
          return java;
        }
      }
    }
    return null;
  }

  private static List<File> folders() {
    List<File> folders = new ArrayList<>();
    String instead = System.getProperty(FOLDERS);
    if (instead != null) {
      for (String folder : instead.split(File.pathSeparator)) {
        folders.add(new File(folder));
      }
      return folders;
    }
    String user = System.getProperty("user.home");
    folders.add(new File("/usr/lib/jvm"));
    folders.add(new File(user, ".sdkman/candidates/java"));
    folders.add(new File(user, ".jdks"));
    folders.add(new File("/Library/Java/JavaVirtualMachines"));
    String programs = System.getenv("ProgramFiles");
    if (programs != null) {
      for (String vendor :
          new String[] {"Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto"}) {
        folders.add(new File(programs, vendor));
      }
    }
    return folders;
  }

  /**
   * The java program of a JDK home that says in its release file that it is new enough, or null.
   */
  private static File javaIn(File home) {
    File inside = new File(home, "Contents/Home");
    File root = inside.isDirectory() ? inside : home;
    for (String name : new String[] {"bin/java", "bin/java.exe"}) {
      File java = new File(root, name);
      if (java.canExecute() && releaseVersion(new File(root, "release")) >= NEEDED) {
        return java;
      }
    }
    return null;
  }

  private static int releaseVersion(File release) {
    if (!release.isFile()) {
      return 0;
    }
    try {
      String text = new String(Files.readAllBytes(release.toPath()), "UTF-8");
      Matcher found = Pattern.compile("JAVA_VERSION=\"([^\"]+)\"").matcher(text);
      return found.find() ? version(found.group(1)) : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }

  /** 25 for 25, 25.0.3 or 25-ea; 8 for 1.8. */
  private static int version(String text) {
    Matcher number = Pattern.compile("^(?:1\\.)?(\\d+)").matcher(text);
    return number.find() ? Integer.parseInt(number.group(1)) : 0;
  }
}
