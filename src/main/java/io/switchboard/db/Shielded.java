package io.switchboard.db;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Runs work where an interrupt of the caller does not reach it. An interrupted thread closes the
 * file or socket that it is at, and H2's file closed means the whole database closed; on PostgreSQL
 * it means not to know whether a commit happened. The interrupt is kept for the caller, who finds
 * it when the work is done.
 */
final class Shielded {
  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private Shielded() {}

  static <T> T call(Supplier<T> work) {
    if (INSIDE.get()) {
      return work.get();
    }
    Map<String, String> logged = MDC.getCopyOfContextMap();
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              INSIDE.set(true);
              if (logged != null) {
                MDC.setContextMap(logged);
              }
              return work.get();
            });
    Thread.ofVirtual().name("database").start(task);
    return await(task);
  }

  private static <T> T await(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw asIfHere(Objects.requireNonNullElse(e.getCause(), e));
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The failure itself, with the caller's part of the stack attached. */
  private static RuntimeException asIfHere(Throwable failure) {
    failure.addSuppressed(new Exception("called from here"));
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }
}
