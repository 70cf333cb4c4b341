package io.switchboard.openai.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange as a queue of signals, so that its reader can bound each wait and anybody can
 * end it. At most one buffer is read ahead.
 */
public final class HttpCall implements Flow.Subscriber<List<ByteBuffer>> {
  /** Something that happened. */
  public sealed interface Signal {
    /** The answer began. */
    record Head(int status, HttpHeaders headers) implements Signal {}

    /** More of the body. */
    record Bytes(List<ByteBuffer> buffers) implements Signal {}

    /** The body is complete, as far as HTTP goes. */
    record End() implements Signal {}

    /** The connection failed. */
    record Broke(Throwable why) implements Signal {}

    /** Ended by us. */
    record Aborted() implements Signal {}
  }

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private volatile @Nullable CompletableFuture<?> head;
  private volatile Flow.@Nullable Subscription body;
  private volatile boolean aborted;
  private volatile boolean draining;
  private volatile @Nullable Unzip zipped;

  private HttpCall() {}

  /** Sends the request; does not wait. */
  public static HttpCall start(HttpClient client, HttpRequest request) {
    HttpCall call = new HttpCall();
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> head =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
    call.head = head;
    var _ =
        head.whenComplete(
            (response, failure) -> {
              if (failure != null) {
                call.signals.add(new Signal.Broke(cause(failure)));
              } else {
                call.zipped = isZipped(response.headers()) ? new Unzip() : null;
                call.signals.add(new Signal.Head(response.statusCode(), response.headers()));
                response.body().subscribe(call);
              }
            });
    return call;
  }

  private static boolean isZipped(HttpHeaders headers) {
    return headers
        .firstValue("Content-Encoding")
        .filter(how -> how.strip().matches("(?i)(x-)?gzip"))
        .isPresent();
  }

  /** Waits for the next signal; null if none came within that many nanoseconds. */
  public @Nullable Signal await(long nanos) throws InterruptedException {
    Signal signal = signals.poll(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    if (signal instanceof Signal.Bytes) {
      requestMore();
    }
    return signal;
  }

  /** Closes the connection, which is what stops the server. */
  public void abort() {
    aborted = true;
    CompletableFuture<?> waiting = head;
    if (waiting != null) {
      waiting.cancel(true);
    }
    Flow.Subscription reading = body;
    if (reading != null) {
      reading.cancel();
    }
    signals.add(new Signal.Aborted());
  }

  /**
   * Nothing more is of interest, but the connection may be used again if the server ends the answer
   * soon.
   */
  public void drain() {
    draining = true;
    requestMore();
    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::abort);
  }

  private void requestMore() {
    Flow.Subscription reading = body;
    if (reading != null) {
      reading.request(1);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    body = subscription;
    if (aborted) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    Unzip unzip = zipped;
    if (draining) {
      requestMore();
    } else if (unzip == null) {
      signals.add(new Signal.Bytes(buffers));
    } else {
      try {
        signals.add(new Signal.Bytes(unzip.of(buffers)));
      } catch (IOException e) {
        Flow.Subscription reading = body;
        if (reading != null) {
          reading.cancel();
        }
        onError(e);
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    unzipped();
    signals.add(new Signal.Broke(cause(failure)));
  }

  @Override
  public void onComplete() {
    boolean whole = unzipped();
    signals.add(
        whole ? new Signal.End() : new Signal.Broke(new EOFException("the gzip is cut off")));
  }

  /** Nothing more comes; whether all has come of what was zipped. */
  private boolean unzipped() {
    Unzip unzip = zipped;
    if (unzip == null) {
      return true;
    }
    boolean whole = draining || unzip.finished();
    unzip.close();
    zipped = null;
    return whole;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
