package io.switchboard.web.kept;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks once for all who want to know the same at the same time. Everybody gets what was asked after
 * they came: who comes while a question is under way waits for the next one, together with all
 * others who came since it began.
 */
final class AskTogether<K, V> {
  private final Function<K, V> question;
  private final ConcurrentHashMap<K, Line<V>> lines = new ConcurrentHashMap<>();

  AskTogether(Function<K, V> question) {
    this.question = question;
  }

  /**
   * The question that is under way, and the one that waits for its end.
   *
   * @param next null while nobody waits
   */
  private record Line<V>(CompletableFuture<V> running, @Nullable CompletableFuture<V> next) {}

  V ask(K key) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    Line<V> line =
        lines.compute(
            key,
            (k, now) -> {
              if (now == null) {
                return new Line<>(mine, null);
              }
              return now.next() == null ? new Line<>(now.running(), mine) : now;
            });
    if (line.running() == mine) {
      return run(key, mine);
    }
    CompletableFuture<V> next = line.next();
    if (next != mine) {
      return answer(next == null ? mine : next);
    }
    // I ask for all who come from now on, as soon as the one before is answered, or failed.
    line.running().handle((value, failure) -> 0).join();
    return run(key, mine);
  }

  private V run(K key, CompletableFuture<V> mine) {
    lines.computeIfPresent(key, (k, now) -> now.next() == mine ? new Line<>(mine, null) : now);
    try {
      mine.complete(question.apply(key));
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
    } finally {
      lines.computeIfPresent(
          key, (k, now) -> now.running() == mine && now.next() == null ? null : now);
    }
    return answer(mine);
  }

  private static <V> V answer(CompletableFuture<V> asked) {
    try {
      return asked.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
