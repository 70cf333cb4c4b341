package io.switchboard.command.about;

import io.switchboard.chat.message.Upload;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.style.Styles;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.picture.Bars;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody has used and has left. */
final class ShowUsage {
  private final Limits limits;
  private final Styles styles;

  ShowUsage(Limits limits, Styles styles) {
    this.limits = limits;
    this.styles = styles;
  }

  /** For {@code /usage}. */
  List<Effect> show(Visit visit) {
    Words words = visit.words();
    LimitWords said = new LimitWords(limits.prices().currency());
    List<LimitUse> binding = limits.effective(visit.asker());
    if (binding.isEmpty()) {
      return List.of(Effect.tell(words.say("usage.unlimited").and(last(visit, said))));
    }
    Document used =
        Words.all(words.say("usage.head"), said.list(words, binding, visit.place().scopes()));
    Document text =
        limits.boosts(visit.asker()).stream()
            .map(running -> said.boost(words, running))
            .reduce(used, Document::and)
            .and(
                limits.boostsOfPlace(visit.asker()).values().stream()
                    .flatMap(List::stream)
                    .map(running -> said.sharedBoost(words, running))
                    .reduce(new Document(List.of()), Document::and))
            .and(last(visit, said));
    return picture(words, said, binding)
        .map(picture -> Pictured.tell(text, picture))
        .orElseGet(() -> List.of(Effect.tell(text)));
  }

  /** What the last answer to their questions took; nothing if there is none. */
  private Document last(Visit visit, LimitWords said) {
    Words words = visit.words();
    return styles
        .last(visit.id())
        .map(
            use -> {
              Inline model = new Inline.Code(use.model());
              long price = limits.prices().of(new Use(use.model(), use.in(), use.out()));
              return price == 0
                  ? words.say("usage.last", use.in(), use.out(), model)
                  : words.say(
                      "usage.last.money",
                      use.in(),
                      use.out(),
                      model,
                      said.amount(words, What.MONEY, price));
            })
        .orElseGet(() -> new Document(List.of()));
  }

  private static Optional<Upload> picture(Words words, LimitWords said, List<LimitUse> binding) {
    List<Bars.Bar> bars = new ArrayList<>();
    for (LimitUse use : binding) {
      Limit limit = use.limit();
      String left = said.amount(words, limit.what(), use.left());
      bars.add(
          new Bars.Bar(
              said.said(words, limit),
              words.label("usage.picture.left", left),
              limit.amount() == 0 ? 1 : (double) use.used() / limit.amount()));
    }
    String title = words.label("usage.picture.title");
    String described =
        title
            + bars.stream()
                .map(bar -> "\n" + bar.label() + ": " + bar.value())
                .collect(Collectors.joining());
    return Bars.png(title, bars, words.locale())
        .map(png -> Upload.png("usage.png", png, described));
  }
}
