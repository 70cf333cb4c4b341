package io.switchboard.web.admin.view.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account and how it is, as the program tells the dashboard.
 *
 * @param standing the end of a message's key: {@code open}, {@code resting}, {@code last}, {@code
 *     off}
 * @param trouble null while it is well
 */
public record AccountHealth(
    String name, String model, int weight, String standing, Use use, @Nullable Trouble trouble) {
  /**
   * What it does.
   *
   * @param cap so many may run at once
   * @param requests calls in the last 24 hours
   * @param tokens in the last 24 hours
   */
  public record Use(int running, int cap, long requests, long tokens) {}

  /**
   * Why it does not answer, or lately did not.
   *
   * @param why a message's key
   * @param detail in the server's words, without secrets
   */
  public record Trouble(String why, String detail, Instant since) {}
}
