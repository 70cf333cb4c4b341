package io.switchboard.openai.media;

import io.switchboard.account.Failure.Kind;
import io.switchboard.account.media.Made;
import io.switchboard.check.WhyUnreachable;
import io.switchboard.openai.wire.ErrorAnswer;
import io.switchboard.openai.wire.HttpCall;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call that is answered by one document. */
public final class OneCall {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int LARGEST_ERROR = 1 << 16;
  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (_, _) -> true);

  private final HttpClient client;
  private final ErrorAnswer errors;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private HttpCall.Signal.@Nullable Head head;

  public OneCall(HttpClient client, ErrorAnswer errors) {
    this.client = client;
    this.errors = errors;
  }

  /**
   * Makes the call. To be used once.
   *
   * @param largest so many bytes are read at most
   * @param read what a good answer is, by its bytes
   */
  Made made(HttpRequest request, int largest, Function<byte[], Made> read)
      throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    HttpCall call = HttpCall.start(client, request);
    try {
      while (true) {
        HttpCall.Signal signal = call.await(end - System.nanoTime());
        switch (signal) {
          case null -> {
            return broken(Kind.STALLED, "nothing came");
          }
          case HttpCall.Signal.Head it -> head = it;
          case HttpCall.Signal.Bytes(List<ByteBuffer> buffers) -> {
            int most = good() ? largest : LARGEST_ERROR;
            if (!take(buffers, most)) {
              return good() ? broken(Kind.CUT_OFF, "more than " + most + " bytes") : refused();
            }
          }
          case HttpCall.Signal.End _ -> {
            return good() ? read.apply(body.toByteArray()) : refused();
          }
          case HttpCall.Signal.Broke(Throwable why) -> {
            return broken(head == null ? Kind.UNAVAILABLE : Kind.CUT_OFF, WhyUnreachable.of(why));
          }
          case HttpCall.Signal.Aborted _ -> {
            return broken(Kind.STOPPED, "closed by us");
          }
        }
      }
    } finally {
      call.abort();
    }
  }

  private boolean take(List<ByteBuffer> buffers, int most) {
    for (ByteBuffer buffer : buffers) {
      byte[] some = new byte[Math.min(buffer.remaining(), most - body.size())];
      boolean all = some.length == buffer.remaining();
      buffer.get(some);
      body.writeBytes(some);
      if (!all) {
        return false;
      }
    }
    return true;
  }

  private boolean good() {
    HttpCall.Signal.Head it = head;
    return it != null && it.status() / 100 == 2;
  }

  private Made refused() {
    HttpCall.Signal.Head it = head;
    return new Made.Broken(
        errors.of(
            it == null ? 0 : it.status(),
            it == null ? NONE : it.headers(),
            body.toString(StandardCharsets.UTF_8)));
  }

  Made broken(Kind kind, String detail) {
    return new Made.Broken(errors.failure(kind, detail));
  }
}
