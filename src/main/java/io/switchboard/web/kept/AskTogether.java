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

  /** A question; equal to itself only. */
  private static final class Asked<V> {
    final CompletableFuture<V> answer = new CompletableFuture<>();
  }

  /**
   * The question that is under way, and the one that waits for its end.
   *
   * @param next null while nobody waits
   */
  private record Line<V>(Asked<V> running, @Nullable Asked<V> next) {}

  V ask(K key) {
    Asked<V> mine = new Asked<>();
    Line<V> line =
        lines.compute(
            key,
            (k, now) -> {
              if (now == null) {
                return new Line<>(mine, null);
              }
              return now.next() == null ? new Line<>(now.running(), mine) : now;
            });
    if (mine.equals(line.running())) {
      return run(key, mine);
    }
    Asked<V> next = line.next();
    if (next != null && !mine.equals(next)) {
      return answer(next);
    }
    // I ask for all who come from now on, as soon as the one before is answered, or failed.
    line.running().answer.handle((value, failure) -> 0).join();
    return run(key, mine);
  }

  private V run(K key, Asked<V> mine) {
    lines.computeIfPresent(key, (k, now) -> mine.equals(now.next()) ? new Line<>(mine, null) : now);
    try {
      mine.answer.complete(question.apply(key));
    } catch (RuntimeException | Error e) {
      mine.answer.completeExceptionally(e);
    } finally {
      lines.computeIfPresent(
          key, (k, now) -> mine.equals(now.running()) && now.next() == null ? null : now);
    }
    return answer(mine);
  }

  private static <V> V answer(Asked<V> asked) {
    try {
      return asked.answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
