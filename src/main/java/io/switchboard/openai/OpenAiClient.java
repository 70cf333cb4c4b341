package io.switchboard.openai;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The connections that all accounts share. */
public final class OpenAiClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .executor(threads)
          .build();

  HttpClient http() {
    return http;
  }

  /** Ends all connections at once, with whatever is running on them. */
  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdown();
  }
}
