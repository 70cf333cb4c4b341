package io.switchboard.command.sharing;

import io.switchboard.markup.Inline;
import java.util.List;
import java.util.function.Supplier;

/**
 * Addresses of pages.
 *
 * @param publicUrl where the pages are reached from outside, without a slash at the end; asked each
 *     time, since a free port is known only once the server runs
 */
public record Links(Supplier<String> publicUrl) {
  /** The whole address of a path, written out: people copy it. */
  Inline to(String path) {
    String url = publicUrl.get() + path;
    return new Inline.Link(url, List.of(new Inline.Text(url)));
  }

  /** A link of that name to the path. */
  Inline named(String path, String name) {
    return new Inline.Link(publicUrl.get() + path, List.of(new Inline.Text(name)));
  }
}
