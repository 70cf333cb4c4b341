package io.switchboard.command.suggest;

import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.visit.Visit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All that may be meant by one option, the likeliest first. */
@FunctionalInterface
interface Source {
  /** As far as the visitor may see it; what does not fit what is written is left out later. */
  List<Suggestion> of(Visit visit, Typing typing);

  /** Always these words. */
  static Source words(String... words) {
    List<Suggestion> all = same(words);
    return (visit, typing) -> all;
  }

  /** These, as they are written. */
  static List<Suggestion> same(String... words) {
    return Stream.of(words).map(word -> new Suggestion(word, word)).toList();
  }

  /** What the command's first option says. */
  static String what(Typing typing) {
    return typing.given().getOrDefault("what", "").toLowerCase(Locale.ROOT);
  }
}
