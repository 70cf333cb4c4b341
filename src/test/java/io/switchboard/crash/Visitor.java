package io.switchboard.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Somebody who opens pages with a browser. */
final class Visitor implements AutoCloseable {
  /** What it says of a page that did not come in time. */
  static final int NEVER_CAME = 0;

  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final HttpClient browser = HttpClient.newHttpClient();
  private final String address;

  /**
   * @param address where the pages are, without a slash at the end
   */
  Visitor(String address) {
    this.address = address;
  }

  /** The status of the page there. */
  int status(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Accept", "text/html")
              .timeout(PATIENCE)
              .build();
      return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (HttpTimeoutException e) {
      return NEVER_CAME;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
  }
}
