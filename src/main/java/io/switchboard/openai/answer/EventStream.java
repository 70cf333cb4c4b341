package io.switchboard.openai.answer;

import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.account.TokenCount;
import io.switchboard.check.WhyUnreachable;
import io.switchboard.openai.wire.HttpCall;
import io.switchboard.openai.wire.ServerEvents;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One answer, read off its connection as the reader asks for it. */
public final class EventStream implements AnswerStream {
  private static final int LARGEST_EVENT = 1 << 20;

  /** How long the number of tokens used may follow a complete answer. */
  private static final Duration AFTERTHOUGHT = Duration.ofSeconds(2);

  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (_, _) -> true);

  /**
   * How long the end of the connection's answer may follow that of the model's. It is waited for,
   * so that the server is done with one answer before it is asked for the next.
   */
  private static final Duration FAREWELL = Duration.ofMillis(100);

  private final Server server;
  private final AskRequest request;
  private final Queue<Piece> pieces = new ArrayDeque<>();
  private final AnswerReader chunks;
  private final ServerEvents events;
  private final ByteArrayOutputStream document = new ByteArrayOutputStream();
  private Dialect.Words words;
  private volatile @Nullable HttpCall call;
  private volatile boolean closed;
  private HttpCall.Signal.@Nullable Head head;
  private Body body = Body.UNKNOWN;
  private @Nullable Piece last;
  private boolean begun;
  private boolean anyEvent;
  private boolean saidAll;

  public EventStream(Server server, AskRequest request) {
    this.server = server;
    this.request = request;
    this.words = server.dialect().words();
    this.chunks = request.reader(server.errors(), pieces);
    this.events = new ServerEvents(LARGEST_EVENT, this::takeEvent);
  }

  /** Sends the request, unless it was closed meanwhile. */
  public void start() {
    synchronized (this) {
      if (!closed) {
        call = server.call(request, words);
      }
    }
  }

  @Override
  public Piece next() {
    if (last != null) {
      return last;
    }
    Piece piece;
    try {
      piece = closed ? stopped() : read();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      piece = stopped();
    } catch (ServerEvents.TooLarge e) {
      piece = broken(Kind.CUT_OFF, "an event larger than " + LARGEST_EVENT + " bytes");
    }
    if (closed && !(piece instanceof Piece.Ended)) {
      piece = stopped();
    }
    if (piece instanceof Piece.Ended || piece instanceof Piece.Broken) {
      last = piece;
      release(piece);
    } else {
      begun = true;
    }
    return piece;
  }

  /** Waits until there is a piece to give. */
  private Piece read() throws InterruptedException, ServerEvents.TooLarge {
    long pieceBy = System.nanoTime() + longest();
    while (pieces.isEmpty()) {
      HttpCall running = call;
      if (running == null || closed) {
        return stopped();
      }
      if (chunks.done() && !saidAll) {
        saidAll = true;
        pieceBy = System.nanoTime() + FAREWELL.toNanos();
      }
      HttpCall.Signal signal = running.await(Math.min(pieceBy - System.nanoTime(), silence()));
      if (signal == null) {
        return chunks.finished() || chunks.done() ? ended() : stalled();
      }
      take(signal);
    }
    return pieces.remove();
  }

  /** How long a piece may take, in nanoseconds, though signs of life come. */
  private long longest() {
    long first = server.first().toNanos();
    return begun ? Math.max(first, server.between().toNanos()) : first;
  }

  /** How long nothing at all may come, in nanoseconds. */
  private long silence() {
    if (chunks.finished()) {
      return Math.min(AFTERTHOUGHT.toNanos(), server.between().toNanos());
    }
    return begun ? server.between().toNanos() : server.first().toNanos();
  }

  private void take(HttpCall.Signal signal) throws ServerEvents.TooLarge {
    switch (signal) {
      case HttpCall.Signal.Head it -> takeHead(it);
      case HttpCall.Signal.Bytes(List<ByteBuffer> buffers) -> {
        for (ByteBuffer buffer : buffers) {
          takeBytes(buffer);
        }
      }
      case HttpCall.Signal.End _ -> takeEnd();
      case HttpCall.Signal.Broke(Throwable why) -> takeBreak(why);
      case HttpCall.Signal.Aborted _ -> pieces.add(stopped());
    }
  }

  private void takeHead(HttpCall.Signal.Head it) {
    head = it;
    if (it.status() / 100 != 2) {
      body = Body.ERROR;
      return;
    }
    server.dialect().understood(words);
    body = Body.UNKNOWN;
  }

  private void takeBytes(ByteBuffer bytes) throws ServerEvents.TooLarge {
    if (body == Body.UNKNOWN) {
      body = Body.of(bytes);
    }
    if (body.streams()) {
      events.feed(bytes);
      return;
    }
    byte[] some = new byte[Math.min(bytes.remaining(), body.most() - document.size())];
    bytes.get(some);
    document.writeBytes(some);
    HttpCall running = call;
    if (document.size() >= body.most() && running != null) {
      running.abort();
      takeEnd();
    }
  }

  private void takeEvent(ServerEvents.Event event) {
    anyEvent = true;
    chunks.take(event);
  }

  private void takeEnd() throws ServerEvents.TooLarge {
    over();
    switch (body) {
      case EVENTS, UNKNOWN -> {
        events.end();
        pieces.add(anyEvent ? ended() : broken(Kind.UNAVAILABLE, "what came was no answer"));
      }
      case DOCUMENT -> {
        chunks.takeDocument(document.toString(StandardCharsets.UTF_8));
        pieces.add(ended());
      }
      case ERROR -> takeError();
    }
  }

  /** The connection's answer has ended by itself: there is nothing left to close. */
  private void over() {
    synchronized (this) {
      call = null;
    }
  }

  private void takeError() {
    HttpCall.Signal.Head it = head;
    int status = it == null ? 0 : it.status();
    HttpHeaders headers = it == null ? NONE : it.headers();
    String said = document.toString(StandardCharsets.UTF_8);
    Optional<Dialect.Words> other = words.after(status, said, request.bounded());
    if (other.isPresent()) {
      words = other.get();
      document.reset();
      body = Body.UNKNOWN;
      head = null;
      start();
    } else {
      pieces.add(new Piece.Broken(server.errors().of(status, headers, said)));
    }
  }

  private void takeBreak(Throwable why) throws ServerEvents.TooLarge {
    String what = WhyUnreachable.of(why);
    if (head == null) {
      pieces.add(broken(Kind.UNAVAILABLE, what));
    } else if (body == Body.ERROR) {
      takeError();
    } else if (body == Body.DOCUMENT) {
      pieces.add(broken(Kind.CUT_OFF, what));
    } else {
      events.end();
      pieces.add(chunks.finished() ? ended() : broken(Kind.CUT_OFF, what));
    }
  }

  private Piece ended() {
    return chunks.last(
        request.prompt().messages().stream()
            .map(Prompt.Message::text)
            .mapToLong(text -> TokenCount.estimate(text) + 4)
            .sum());
  }

  private Piece stalled() {
    return broken(Kind.STALLED, begun ? "nothing more came" : "nothing came");
  }

  private Piece broken(Kind kind, String detail) {
    return new Piece.Broken(server.errors().failure(kind, detail));
  }

  private static Piece stopped() {
    return new Piece.Broken(new Failure(Kind.STOPPED, "closed by us", null));
  }

  /** A complete answer's connection may serve again; any other is closed. */
  private void release(Piece piece) {
    HttpCall running = call;
    if (running == null) {
      return;
    }
    synchronized (this) {
      call = null;
    }
    if (piece instanceof Piece.Ended && chunks.done()) {
      running.drain();
    } else {
      running.abort();
    }
  }

  @Override
  public void close() {
    HttpCall running;
    synchronized (this) {
      closed = true;
      running = call;
    }
    if (running != null) {
      running.abort();
    }
  }
}
