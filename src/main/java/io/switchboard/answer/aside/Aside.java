package io.switchboard.answer.aside;

import java.util.Map;
import org.slf4j.MDC;

/** A thread beside the one that starts it, whose lines of the log carry the same request. */
public final class Aside {
  private Aside() {}

  /** Starts it. */
  public static Thread start(String name, Runnable work) {
    Map<String, String> logged = MDC.getCopyOfContextMap();
    return Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              if (logged != null) {
                MDC.setContextMap(logged);
              }
              work.run();
            });
  }
}
