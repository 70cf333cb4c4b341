package io.switchboard.openai.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the optional parameters a server takes: guessed from its address, corrected by its
 * refusals, and remembered once a correction was right.
 */
public final class Dialect {
  /**
   * How a request is worded.
   *
   * @param usage whether {@code stream_options.include_usage} is understood
   * @param bound the name of the bound on the answer
   * @param store whether {@code store} is understood, by which a server is told to keep nothing
   */
  public record Words(boolean usage, String bound, boolean store) {
    private static final String NEW = "max_completion_tokens";
    private static final String OLD = "max_tokens";
    private static final Pattern STORE = Pattern.compile("\\bstore\\b");

    /** What to say instead after this refusal, if the words were the reason for it. */
    Optional<Words> after(int status, String body, boolean bounded) {
      if (status != 400 && status != 422 && status != 501) {
        return Optional.empty();
      }
      String said = body.toLowerCase(Locale.ROOT);
      if (usage && (said.contains("stream_options") || said.contains("include_usage"))) {
        return Optional.of(new Words(false, bound, store));
      }
      if (bounded && said.contains(bound) && refusesToKnow(said)) {
        return Optional.of(new Words(usage, bound.equals(NEW) ? OLD : NEW, store));
      }
      if (store && STORE.matcher(said).find() && refusesToKnow(said)) {
        return Optional.of(new Words(usage, bound, false));
      }
      return Optional.empty();
    }

    /** A bound that is too large is a refusal too, but no reason to call it otherwise. */
    private static boolean refusesToKnow(String said) {
      return said.contains("unsupported")
          || said.contains("not supported")
          || said.contains("unknown")
          || said.contains("unrecognized")
          || said.contains("unexpected")
          || said.contains("extra")
          || said.contains("not permitted")
          || said.contains("not allowed");
    }
  }

  private volatile Words words;

  private Dialect(Words words) {
    this.words = words;
  }

  /** OpenAI's newer models refuse the old name of the bound; many other servers ignore the new. */
  public static Dialect of(@Nullable String host, String model) {
    boolean openai =
        host != null && (host.endsWith("openai.com") || host.endsWith("openai.azure.com"));
    boolean newer = openai || model.startsWith("gpt-5") || model.matches("o[1-9].*");
    return new Dialect(new Words(true, newer ? Words.NEW : Words.OLD, true));
  }

  Words words() {
    return words;
  }

  /** These words were understood. */
  void understood(Words right) {
    words = right;
  }
}
