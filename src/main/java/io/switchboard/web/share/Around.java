package io.switchboard.web.share;

import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.share.read.Reader;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What shared pages need from around them.
 *
 * @param address where the world reaches the pages: scheme, host and port, without a slash at the
 *     end
 * @param reader who asks; looked at only where a share is not open to all
 * @param onward where a reader can go on with a share, given the argument of {@code /start} that
 *     says so
 * @param signIn answers a reader who wants to sign in, and to come back to this path then
 */
public record Around(
    Supplier<String> address,
    Function<Request, Reader> reader,
    Function<String, List<Onward>> onward,
    BiFunction<Request, String, Response> signIn) {
  /**
   * A chat in which the reader can go on.
   *
   * @param platform as people call it
   * @param address of the bot there
   */
  public record Onward(String platform, String address) {}

  /** Nobody is signed in, and there is no chat to go on in. */
  public static Around nothing(Supplier<String> address) {
    return new Around(
        address,
        request -> Reader.ANYBODY,
        start -> List.of(),
        (request, back) -> Response.redirect("/"));
  }
}
