package io.switchboard.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Where live events for one client go. */
public final class Events {
  /** Silence is broken after so many seconds, so that proxies keep the line and a loss is seen. */
  static final int HEARTBEAT_SECONDS = 10;

  /** A client that is so many events behind is let go; it comes back and reads afresh. */
  static final int BEHIND = 2_000;

  private static final String END = "";

  /** Any of these ends a line of an event, so none may pass as it is. */
  private static final Pattern LINE = Pattern.compile("\r\n|\r|\n");

  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(BEHIND);
  private final Thread writer;
  private volatile boolean ended;

  Events(Thread writer) {
    this.writer = writer;
  }

  /**
   * Sends an event, without ever blocking.
   *
   * @param name one word
   * @param data any text, JSON for example
   */
  public void send(String name, String data) {
    String event =
        "event: " + name + "\ndata: " + LINE.matcher(data).replaceAll("\ndata: ") + "\n\n";
    if (!ended && !waiting.offer(event)) {
      ended = true;
      // It may be stuck in a write to a client that does not read; this closes the socket.
      writer.interrupt();
    }
  }

  /** Ends the stream once all that was sent is written. */
  public void endAfterThat() {
    if (!waiting.offer(END)) {
      end();
    }
  }

  /** Ends the stream. */
  void end() {
    ended = true;
    waiting.clear();
    waiting.add(END);
  }

  /** Writes until the client goes or the stream is ended. */
  void writeTo(OutputStream out) throws IOException, InterruptedException {
    write(out, ": hello\n\n");
    while (!ended) {
      String event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        write(out, ": still here\n\n");
      } else if (event.equals(END)) {
        return;
      } else {
        write(out, event);
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
