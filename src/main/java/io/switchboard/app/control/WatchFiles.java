package io.switchboard.app.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the files of the configuration were changed, once they have been the same for one
 * look, or is told so by SIGHUP. By looking, since folders that are mounted tell nobody.
 */
public final class WatchFiles implements AutoCloseable {
  public static final Duration LOOK = Duration.ofSeconds(3);

  private static final Logger log = LoggerFactory.getLogger(WatchFiles.class);

  private final Path folder;
  private final Runnable changed;
  private final Semaphore asked = new Semaphore(0);
  private final Duration look;
  private final Thread thread;

  /**
   * Begins.
   *
   * @param changed may take its time
   */
  public WatchFiles(Path folder, Duration look, Runnable changed) {
    this.folder = folder;
    this.changed = changed;
    this.look = look;
    thread = Thread.ofVirtual().name("configuration").unstarted(this::watch);
    onHangUp();
    thread.start();
  }

  private void watch() {
    Map<String, String> taken = state();
    Map<String, String> before = taken;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        boolean told = asked.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS);
        Map<String, String> now = state();
        if (told || (!now.equals(taken) && now.equals(before))) {
          taken = now;
          changed.run();
        }
        before = now;
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error e) {
        log.error("the configuration could not be reloaded", e);
      }
    }
  }

  /** The files with their sizes and times. */
  private Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return state;
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".md"))
          .forEach(file -> state.put(file.toString(), state(file)));
    } catch (IOException | UncheckedIOException e) {
      log.debug("the configuration cannot be looked at", e);
    }
    return state;
  }

  private static String state(Path file) {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return "gone";
    }
  }

  /** The class for signals is in no module that may be named; without it files are watched only. */
  private void onHangUp() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object told =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  asked.release();
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), told);
    } catch (ReflectiveOperationException | IllegalArgumentException notHere) {
      log.debug("no SIGHUP on this system", notHere);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
