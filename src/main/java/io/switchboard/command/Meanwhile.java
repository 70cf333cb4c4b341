package io.switchboard.command;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that nobody waits for; a sweep does what is lost of it when the program ends. */
final class Meanwhile {
  private static final Logger log = LoggerFactory.getLogger(Meanwhile.class);

  private Meanwhile() {}

  static void run(Runnable work) {
    Thread.ofVirtual()
        .name("meanwhile")
        .start(
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                log.warn("What was begun meanwhile was not finished; a sweep does the rest", e);
              }
            });
  }
}
