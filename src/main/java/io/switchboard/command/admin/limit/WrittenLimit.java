package io.switchboard.command.admin.limit;

import io.switchboard.command.visit.Cut;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.access.Hours;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.NotALimit;
import io.switchboard.queue.limit.rule.What;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What admins write behind {@code /limit set @member}. */
sealed interface WrittenLimit {
  Pattern KEY = Pattern.compile("(?is)(models?|weight|hours?)(?:\\s+(.*))?");
  String ANY = "any";
  int LONGEST_MODEL = 200;

  /** As in {@code 50/day}. */
  record Of(Limit limit) implements WrittenLimit {}

  /** As in {@code models gpt-5-mini, gpt-5}; empty for {@code models any}. */
  record Models(List<String> names) implements WrittenLimit {}

  /** As in {@code weight 2}; null for {@code weight any}. */
  record Weight(@Nullable Double weight) implements WrittenLimit {}

  /** As in {@code hours mon-fri 09:00-17:00}; null for {@code hours any}. */
  record AtHours(@Nullable String hours) implements WrittenLimit {}

  /** None of these, and what is wrong in it, as in an example with something else there. */
  record Wrong(Reason reason) implements WrittenLimit {}

  /** Says what is wrong. */
  @FunctionalInterface
  interface Reason {
    /**
     * Says it.
     *
     * @param example what is right, with this after whoever was named
     */
    Document say(Words words, Function<String, Inline> example);
  }

  /**
   * Reads it. Digits and signs may be those of other scripts.
   *
   * @param currency of the price table
   */
  static WrittenLimit read(String text, String currency) {
    String written = plain(text);
    Matcher key = KEY.matcher(written);
    if (key.matches()) {
      String said = key.group(2) == null ? "" : key.group(2).strip();
      return switch (key.group(1).toLowerCase(Locale.ROOT).charAt(0)) {
        case 'm' -> models(said);
        case 'w' -> weight(said);
        default -> hours(said);
      };
    }
    try {
      Limit limit = Limit.parse(written);
      return foreign(limit, currency)
          ? new Wrong((words, example) -> words.say("limit.currency", currency))
          : new Of(limit);
    } catch (NotALimit e) {
      return new Wrong((words, example) -> say(e, written, words, example));
    }
  }

  /** The same in plain signs, with no commas in numbers. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "");
  }

  private static WrittenLimit models(String list) {
    List<String> models =
        list.equalsIgnoreCase(ANY)
            ? List.of()
            : Arrays.stream(list.split("[,\\s]+")).filter(model -> !model.isEmpty()).toList();
    boolean none = models.isEmpty() && !list.equalsIgnoreCase(ANY);
    return none || models.stream().anyMatch(model -> model.length() > LONGEST_MODEL)
        ? new Wrong(
            (words, example) ->
                words.say(
                    "limit.wrong.models",
                    example.apply("models gpt-5-mini"),
                    new Inline.Code("models any")))
        : new Models(models);
  }

  private static WrittenLimit weight(String said) {
    if (said.equalsIgnoreCase(ANY)) {
      return new Weight(null);
    }
    double weight = said.matches("\\d{1,4}(\\.\\d{1,6})?") ? Double.parseDouble(said) : -1;
    return weight >= LimitRules.LEAST_WEIGHT && weight <= LimitRules.MOST_WEIGHT
        ? new Weight(weight)
        : new Wrong(
            (words, example) ->
                words.say(
                    "limit.wrong.weight",
                    Cut.of(said),
                    LimitRules.LEAST_WEIGHT,
                    LimitRules.MOST_WEIGHT,
                    example.apply("weight 2")));
  }

  private static WrittenLimit hours(String said) {
    if (said.equalsIgnoreCase(ANY)) {
      return new AtHours(null);
    }
    if (said.equalsIgnoreCase(LimitRules.ALWAYS)) {
      return new AtHours(LimitRules.ALWAYS);
    }
    try {
      return new AtHours(Hours.parse(said).written());
    } catch (IllegalArgumentException e) {
      return new Wrong(
          (words, example) ->
              words.say(
                  "limit.wrong.hours",
                  Cut.of(said),
                  example.apply("hours mon-fri 09:00-17:00, sat 10-14")));
    }
  }

  private static Document say(
      NotALimit wrong, String written, Words words, Function<String, Inline> example) {
    String part = Cut.of(wrong.part());
    String kinds = Arrays.stream(What.values()).map(What::word).collect(Collectors.joining(", "));
    return switch (wrong.why()) {
      case FORM -> words.say("limit.wrong.form", Cut.of(written), example.apply("50/day"));
      case WINDOW -> words.say("limit.wrong.window", part, example.apply("50/day"));
      case NO_WINDOW ->
          words.say("limit.wrong.no-window", Cut.of(written), example.apply(of(part) + "/day"));
      case AT_ANY_TIME ->
          words.say("limit.wrong.any-time", Cut.of(written), example.apply("3 " + part));
      case WHAT ->
          words.say(
              "limit.wrong.what", part, new Inline.Code(kinds), example.apply("20000tokens/day"));
      case LEAST -> words.say("limit.wrong.least", Cut.of(written), example.apply("3 " + part));
      case DECIMALS -> words.say("limit.wrong.decimals", part, example.apply("50/day"));
      case MOST -> words.say("limit.wrong.most", part, Limit.MOST, example.apply("50/day"));
    };
  }

  /** Some of it. */
  private static String of(String what) {
    return what.equals(What.REQUESTS.word()) ? "50" : what.equals("money") ? "5 USD" : "50" + what;
  }

  static boolean foreign(Limit limit, String currency) {
    return !limit.currency().isEmpty() && !limit.currency().equals(currency);
  }
}
