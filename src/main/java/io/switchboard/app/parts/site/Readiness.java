package io.switchboard.app.parts.site;

import io.switchboard.db.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is missing until this process can do its work: it has started and does not stop, the
 * database answers and has room, and one of the platforms is heard, here or by another process. One
 * is enough, for a process that still serves people must not be taken out of service because the
 * other platform is down. Where no platform has a token, the sandbox is all there is.
 */
public final class Readiness implements Supplier<List<String>> {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Anybody may ask, as often as they like; so often it is looked. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final Database database;
  private final BooleanSupplier heard;
  private volatile String stage = "starting";
  private @Nullable CompletableFuture<List<String>> look;
  private long lookedAt;

  /**
   * @param heard whether any platform is heard, or there is none; may ask the database
   */
  public Readiness(Database database, BooleanSupplier heard) {
    this.database = database;
    this.heard = heard;
  }

  /** Everything has started. */
  public void started() {
    stage = "";
  }

  /** From now on it is not ready any more. */
  public void stopping() {
    stage = "stopping";
  }

  @Override
  public List<String> get() {
    List<String> missing = new ArrayList<>();
    if (!stage.isEmpty()) {
      missing.add(stage);
    }
    missing.addAll(
        newest()
            .copy()
            .completeOnTimeout(List.of("database"), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .join());
    return missing;
  }

  /** The last look, or one that is under way; at most one is. */
  private synchronized CompletableFuture<List<String>> newest() {
    CompletableFuture<List<String>> last = look;
    boolean fresh = System.nanoTime() - lookedAt < GOOD_FOR.toNanos();
    if (last != null && (fresh || !last.isDone())) {
      return last;
    }
    CompletableFuture<List<String>> begun = new CompletableFuture<>();
    Thread.ofVirtual().name("readiness").start(() -> begun.complete(look()));
    look = begun;
    lookedAt = System.nanoTime();
    return begun;
  }

  private List<String> look() {
    try {
      database.read(h -> h.createQuery("select 1 from lease where 1 = 0").mapTo(int.class).list());
      if (!database.hasRoom()) {
        return List.of("room on the disk");
      }
      return heard.getAsBoolean() ? List.of() : List.of("no chat platform is connected");
    } catch (RuntimeException | Error away) {
      return List.of("database");
    }
  }
}
