package io.switchboard.command.admin.limit;

import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.queue.limit.rule.Limit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What admins write behind {@code /limit set @member}. */
sealed interface WrittenLimit {
  Pattern MODELS = Pattern.compile("(?i)models?(\\s.*)?");
  int LONGEST_MODEL = 200;

  /** As in {@code 50/day}. */
  record Of(Limit limit) implements WrittenLimit {}

  /** As in {@code models gpt-5-mini, gpt-5}; empty for {@code models any}. */
  record Models(List<String> names) implements WrittenLimit {}

  /**
   * None of these.
   *
   * @param foreign whether it is in a currency that nothing is counted in
   */
  record Wrong(String written, boolean foreign) implements WrittenLimit {
    Document say(Words words, String currency) {
      return foreign
          ? words.say("limit.currency", currency)
          : words.say("meant.limit.that", written, words.label("meant.limit"));
    }
  }

  /**
   * Reads it.
   *
   * @param currency of the price table
   */
  static WrittenLimit read(String text, String currency) {
    String written = text.strip();
    if (MODELS.matcher(written).matches()) {
      return readModels(written);
    }
    Optional<Limit> limit = limit(written);
    return limit
        .<WrittenLimit>map(l -> foreign(l, currency) ? new Wrong(written, true) : new Of(l))
        .orElseGet(() -> new Wrong(written, false));
  }

  private static WrittenLimit readModels(String written) {
    String list = written.replaceFirst("(?i)^models?\\s*", "").strip();
    List<String> models =
        list.equalsIgnoreCase("any")
            ? List.of()
            : Arrays.stream(list.split("[,\\s]+")).filter(model -> !model.isEmpty()).toList();
    boolean none = models.isEmpty() && !list.equalsIgnoreCase("any");
    return none || models.stream().anyMatch(model -> model.length() > LONGEST_MODEL)
        ? new Wrong(written, false)
        : new Models(models);
  }

  static Optional<Limit> limit(String written) {
    try {
      return Optional.of(Limit.parse(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static boolean foreign(Limit limit, String currency) {
    return !limit.currency().isEmpty() && !limit.currency().equals(currency);
  }
}
