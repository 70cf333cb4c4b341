package io.switchboard.openai.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts bytes into server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html), more
 * tolerantly than written there: a line that begins with a brace, or with {@code error:}, counts as
 * data, because some servers report errors so.
 */
public final class ServerEvents {
  /**
   * An event.
   *
   * @param name empty if it has none
   */
  public record Event(String name, String data) {}

  /** An event was larger than anything a server has to say. */
  public static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final int maxBytes;
  private final Consumer<Event> sink;
  // Lines are kept as bytes until they are whole, so that no character is ever cut in two.
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private String name = "";
  private boolean hasData;
  private boolean afterReturn;
  private boolean firstLine = true;

  /**
   * @param maxBytes the most that one event may take, in bytes of a line or characters of data
   */
  public ServerEvents(int maxBytes, Consumer<Event> sink) {
    this.maxBytes = maxBytes;
    this.sink = sink;
  }

  public void feed(ByteBuffer bytes) throws TooLarge {
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      if (b == '\n' && afterReturn) {
        afterReturn = false;
      } else if (b == '\n' || b == '\r') {
        afterReturn = b == '\r';
        endLine();
      } else {
        afterReturn = false;
        if (line.size() >= maxBytes) {
          throw new TooLarge();
        }
        line.write(b);
      }
    }
  }

  /** The bytes ended: what is there counts, as some servers leave out the last empty line. */
  public void end() throws TooLarge {
    if (line.size() > 0) {
      endLine();
    }
    dispatch();
  }

  private void endLine() throws TooLarge {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (firstLine) {
      firstLine = false;
      text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    if (text.isEmpty()) {
      dispatch();
    } else if (text.startsWith("{")) {
      addData(text);
    } else {
      int colon = text.indexOf(':');
      String field = colon < 0 ? text : text.substring(0, colon);
      String value = colon < 0 ? "" : text.substring(colon + 1);
      value = value.startsWith(" ") ? value.substring(1) : value;
      switch (field) {
        case "data" -> addData(value);
        case "event" -> name = value;
        case "error" -> {
          name = "error";
          addData(value);
        }
        default -> {
          // A comment, an id, a retry time, or something newer than this: of no interest.
        }
      }
    }
  }

  private void addData(String value) throws TooLarge {
    if (data.length() + value.length() > maxBytes) {
      throw new TooLarge();
    }
    if (hasData) {
      data.append('\n');
    }
    hasData = true;
    data.append(value);
  }

  private void dispatch() {
    if (hasData) {
      Event event = new Event(name, data.toString());
      data.setLength(0);
      hasData = false;
      name = "";
      sink.accept(event);
    }
    name = "";
  }
}
