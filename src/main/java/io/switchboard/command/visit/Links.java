package io.switchboard.command.visit;

import io.switchboard.markup.Inline;
import java.util.List;
import java.util.function.Supplier;

/**
 * Addresses of pages.
 *
 * @param publicUrl where the pages are reached from outside; asked each time, since a free port is
 *     known only once the server runs
 */
public record Links(Supplier<String> publicUrl) {
  /** The whole address of a path, written out: people copy it. */
  public Inline to(String path) {
    String url = url(path);
    return new Inline.Link(url, List.of(new Inline.Text(url)));
  }

  /** A link of that name to the path. */
  public Inline named(String path, String name) {
    return new Inline.Link(url(path), List.of(new Inline.Text(name)));
  }

  /** The whole address of a path. */
  public String url(String path) {
    String base = publicUrl.get();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }
}
