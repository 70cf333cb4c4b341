package io.switchboard.discord.speaking;

import io.switchboard.chat.message.Upload;
import io.switchboard.check.WhyUnreachable;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.jspecify.annotations.Nullable;

/**
 * Calls Discord's REST API through JDA, which keeps the rate limits and waits out a 429.
 *
 * <p>JDA's own actions start from a channel in its cache, where private chats and archived threads
 * are not after a restart; by their routes everything can be reached that Discord allows.
 */
public final class Rest {
  /** How a call ended. */
  public sealed interface Outcome {
    /** With this answer. */
    record Done(DataObject body) implements Outcome {}

    /** Discord will not do it. */
    record Refused(int code, String why) implements Outcome {}

    /** The rate limits, or those of the place, left no room; nothing was sent. */
    record Later(Duration retryAfter) implements Outcome {}

    /**
     * No answer, or none that means anything.
     *
     * @param perhaps whether it may have been done; false if Discord was certainly not asked
     */
    record Unreachable(String why, boolean perhaps) implements Outcome {}
  }

  /** Under which name a list stands that Discord has answered. */
  public static final String LIST = "list";

  private static final long PATIENCE_SECONDS = 20;
  private static final long LONGEST_SECONDS = 60;
  private static final long LONGEST_WITH_FILE = 120;
  private static final Duration LATER = Duration.ofSeconds(5);
  private static final Duration MUCH_LATER = Duration.ofSeconds(30);

  private final Supplier<@Nullable JDA> connection;

  /** Calls by this connection, which is null while there is none. */
  public Rest(Supplier<@Nullable JDA> connection) {
    this.connection = connection;
  }

  /** Calls and waits for the answer, 20 s at most for a place within the rate limits. */
  public Outcome call(Route.CompiledRoute route, @Nullable DataObject body) {
    return call(route, body, null);
  }

  /** Calls with a message that has a file, if there is one. */
  public Outcome call(Route.CompiledRoute route, @Nullable DataObject body, @Nullable Upload file) {
    return call(route, body, file, response -> response.optObject().orElseGet(DataObject::empty));
  }

  private Outcome call(
      Route.CompiledRoute route,
      @Nullable DataObject body,
      @Nullable Upload file,
      Function<Response, DataObject> read) {
    JDA jda = connection.get();
    if (jda == null) {
      return new Outcome.Unreachable("not connected to Discord", false);
    }
    try {
      DataObject answer =
          new RestActionImpl<DataObject>(
                  jda,
                  route,
                  body == null ? null : Parcel.of(body, file),
                  (response, request) -> read.apply(response))
              .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .submit()
              .orTimeout(file == null ? LONGEST_SECONDS : LONGEST_WITH_FILE, TimeUnit.SECONDS)
              .join();
      return new Outcome.Done(answer);
    } catch (CompletionException e) {
      return failed(e.getCause());
    } catch (RejectedExecutionException e) {
      return failed(e);
    }
  }

  /** Asks for a list, which stands under {@link #LIST} in the answer. */
  public Outcome list(Route.CompiledRoute route) {
    return call(
        route,
        null,
        null,
        response -> DataObject.empty().put(LIST, response.optArray().orElseGet(DataArray::empty)));
  }

  private static Outcome failed(@Nullable Throwable e) {
    return switch (e) {
      case ErrorResponseException refusal -> refused(refusal);
      case TimeoutException late when late.getMessage() != null -> new Outcome.Later(LATER);
      // JDA forgets calls that come at the moment in which it shuts down.
      case TimeoutException forgotten -> new Outcome.Unreachable("no answer for a long time", true);
      case RejectedExecutionException closing ->
          new Outcome.Unreachable("the connection to Discord is closing", false);
      case ParsingException strange ->
          new Outcome.Unreachable("what answers is not Discord: " + strange.getMessage(), true);
      case null, default -> new Outcome.Unreachable(String.valueOf(e), true);
    };
  }

  private static Outcome refused(ErrorResponseException e) {
    int status = e.getResponse().code;
    boolean token = status == 401 && e.getErrorCode() != Refusals.WEBHOOK_TOKEN;
    if (status < 400 || status >= 500 || token) {
      boolean perhaps = !token && !WhyUnreachable.beforeAnythingWasSaid(e);
      return new Outcome.Unreachable(String.valueOf(e.getMessage()), perhaps);
    }
    return Refusals.tooOften(e.getErrorCode())
        ? new Outcome.Later(retryAfter(e))
        : new Outcome.Refused(e.getErrorCode(), String.valueOf(e.getMessage()));
  }

  /** As Discord says it, in seconds with a fraction; else some time. */
  private static Duration retryAfter(ErrorResponseException e) {
    double seconds =
        e.getResponse().optObject().map(told -> told.getDouble("retry_after", 0)).orElse(0.0);
    return seconds > 0 ? Duration.ofMillis((long) Math.ceil(seconds * 1_000)) : MUCH_LATER;
  }
}
