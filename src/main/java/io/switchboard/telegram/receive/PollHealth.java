package io.switchboard.telegram.receive;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * Sees how each poll ends, says plainly what is wrong, and sets how long to wait: doubling up to
 * half a minute, or what Telegram asks for.
 */
final class PollHealth implements Interceptor, BackOff {
  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger("Telegram");
  private static final Pattern RETRY_AFTER = Pattern.compile("\"retry_after\"\\s*:\\s*(\\d{1,6})");

  private volatile String trouble = "";
  private volatile long asked;
  private volatile boolean closed;
  private volatile int failures;

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!chain.request().url().encodedPath().toLowerCase(Locale.ROOT).endsWith("/getupdates")) {
      return chain.proceed(chain.request());
    }
    if (closed) {
      throw new IOException("closed"); // a poll that began too late to be cancelled
    }
    Response response;
    try {
      response = chain.proceed(chain.request());
    } catch (IOException e) {
      trouble("it cannot be reached (" + e.getClass().getSimpleName() + ")");
      throw e;
    }
    if (response.isSuccessful()) {
      fine();
    } else {
      refused(response);
    }
    return response;
  }

  private void refused(Response response) throws IOException {
    int code = response.code();
    Matcher wait = RETRY_AFTER.matcher(response.peekBody(2_000).string());
    asked = wait.find() ? Long.parseLong(wait.group(1)) * 1_000 : 0;
    trouble(
        switch (code) {
          case 401, 404 -> "it refuses the token: set telegram.token to the one @BotFather shows";
          case 409 ->
              "another program polls with the same token; stop that one, or give each its own bot";
          case 429 -> "it wants fewer calls";
          default -> "it answers " + code;
        });
  }

  private void trouble(String what) {
    if (!closed && !what.equals(trouble)) {
      log.warn("No messages from Telegram: {}. Trying again until it works.", what);
    }
    trouble = what;
  }

  private void fine() {
    if (!trouble.isEmpty()) {
      log.info("Telegram answers again.");
    }
    trouble = "";
    asked = 0;
    failures = 0;
  }

  /** Whether the last poll that ended did so as it should. */
  boolean isFine() {
    return trouble.isEmpty();
  }

  /** Waits no more. */
  void close() {
    closed = true;
  }

  @Override
  public void reset() {
    failures = 0;
  }

  @Override
  public long nextBackOffMillis() {
    if (closed) {
      return 0;
    }
    failures = Math.min(failures + 1, 10);
    long own = Math.min(LONGEST.toMillis(), 500L << (failures - 1));
    long wait = Math.max(own, asked);
    asked = 0;
    return wait;
  }
}
