package io.switchboard.db;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/**
 * Lets a crowd wait for the few connections. A pool knows only one longest wait, which 10,000 who
 * ask at once exceed although all is well; here one waits on as long as others are served, and
 * fails when a whole such wait went by in which nobody was: then the database does not answer.
 */
final class Crowd {
  private final AtomicLong served = new AtomicLong();

  /** What is done with a connection that it takes from the pool. */
  @FunctionalInterface
  interface Taking<T> {
    T with(Function<Handle, T> work);
  }

  /**
   * Does the work once.
   *
   * @throws ConnectionException if there is no connection for it
   */
  <T> T serve(Taking<T> taking, Function<Handle, T> work) {
    while (true) {
      long before = served.get();
      Once<T> once = new Once<>(work);
      try {
        return taking.with(once);
      } catch (ConnectionException e) {
        if (once.begun || served.get() == before) {
          throw e;
        }
      }
    }
  }

  private final class Once<T> implements Function<Handle, T> {
    private final Function<Handle, T> work;
    private boolean begun;

    Once(Function<Handle, T> work) {
      this.work = work;
    }

    @Override
    public T apply(Handle handle) {
      begun = true;
      T result = work.apply(handle);
      served.incrementAndGet();
      return result;
    }
  }
}
