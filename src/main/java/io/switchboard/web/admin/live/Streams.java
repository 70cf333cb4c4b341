package io.switchboard.web.admin.live;

import io.switchboard.http.Events;
import io.switchboard.http.Refused;
import io.switchboard.http.Response;
import io.switchboard.member.MemberId;
import io.switchboard.web.admin.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The live pages that are open now. */
public final class Streams implements AutoCloseable {
  private static final Duration LAST_LOOK = Duration.ofSeconds(2);

  private final Bounds bounds;
  private final List<Stream> open = new ArrayList<>();

  /**
   * How many there may be, and how long.
   *
   * @param ofMember at once; a further one ends their oldest
   * @param inAll at once; a further one is refused
   * @param length after which a stream ends, and its browser comes back
   * @param every how often it is looked
   */
  public record Bounds(int ofMember, int inAll, Duration length, Duration every) {
    public static final Bounds DEFAULTS =
        new Bounds(4, 60, Duration.ofMinutes(10), Duration.ofSeconds(2));
  }

  public Streams(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * A stream for a member.
   *
   * @param look the parts to be shown; empty if they may not look any more
   * @throws Refused with 429 if there are too many
   */
  public synchronized Response open(MemberId member, Supplier<Optional<List<Part>>> look) {
    if (open.size() >= bounds.inAll() && open.stream().noneMatch(s -> s.of(member))) {
      throw new Refused(429, "Too many pages are open. Reload this one to see what is new.");
    }
    return Response.events(events -> begin(member, look, events));
  }

  private synchronized AutoCloseable begin(
      MemberId member, Supplier<Optional<List<Part>>> look, Events events) {
    List<Stream> theirs = open.stream().filter(stream -> stream.of(member)).toList();
    boolean full = theirs.size() >= bounds.ofMember() || open.size() >= bounds.inAll();
    if (full && !theirs.isEmpty()) {
      theirs.getFirst().end("over");
    }
    Stream stream = new Stream(member, look, events, bounds, this::ended);
    open.add(stream);
    stream.start();
    return stream;
  }

  private synchronized void ended(Stream stream) {
    open.remove(stream);
  }

  /** Something has changed: looks now. */
  public void wake() {
    List<Stream> all;
    synchronized (this) {
      all = List.copyOf(open);
    }
    all.forEach(Stream::wake);
  }

  @Override
  public void close() {
    List<Stream> all;
    synchronized (this) {
      all = List.copyOf(open);
    }
    all.forEach(Stream::close);
    try {
      for (Stream stream : all) {
        stream.join(LAST_LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
