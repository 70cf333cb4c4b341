package io.switchboard.command.admin.stats;

import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.about.Pictured;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.queue.daily.By;
import io.switchboard.queue.daily.Daily;
import io.switchboard.queue.daily.Statistics;
import io.switchboard.queue.daily.StatsFile;
import io.switchboard.queue.daily.StatsWish;
import io.switchboard.queue.daily.Sums;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.text.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /stats [days|members|places|models|csv] [30d]}. */
public final class ShowStats {
  private static final int NAMED = 10;

  private final Statistics statistics;
  private final Members members;
  private final Limits limits;

  public ShowStats(Statistics statistics, Members members, Limits limits) {
    this.statistics = statistics;
    this.members = members;
    this.limits = limits;
  }

  /**
   * For the command.
   *
   * @param written as said in {@link StatsWish#read}
   */
  public List<Effect> show(Visit visit, String written) {
    Words words = visit.words();
    Optional<StatsWish> wish = StatsWish.read(written, statistics.today());
    if (wish.isEmpty()) {
      return List.of(Effect.tell(words.say("meant.stats", StatsWish.MOST_DAYS)));
    }
    // Drawing takes a while, for which nobody in the place should wait.
    return List.of(new Effect.Later(() -> shown(words, wish.get())));
  }

  private List<Effect> shown(Words words, StatsWish wish) {
    LimitWords amounts = new LimitWords(limits.prices().currency());
    StatsPicture picture = new StatsPicture(words, amounts);
    List<Statistics.Day> days = statistics.days(wish.from(), wish.to());
    Sums all = days.stream().map(Statistics.Day::sums).reduce(Sums.NONE, Sums::plus);
    String span = picture.date(wish.from());
    if (!wish.to().equals(wish.from())) {
      span = words.label("stats.span", span, picture.date(wish.to()));
    }
    String zone = statistics.zone().getId().replace("Z", "UTC");
    Document text =
        Words.all(words.say("stats.head", span, zone), Words.list(lines(words, amounts, all)));
    if (wish.csv()) {
      return file(words, wish, text);
    }
    if (all.equals(Sums.NONE)) {
      return List.of(Effect.tell(words.say("stats.nothing", span)));
    }
    if (wish.by() == By.ALL) {
      return told(text, picture.days(words.label("stats.title", span), days, all));
    }
    List<Statistics.Named> top = statistics.top(wish.by(), wish.from(), wish.to(), NAMED);
    List<Document> named = top.stream().map(one -> line(words, amounts, wish.by(), one)).toList();
    String title = words.label("stats.title." + wish.by().name().toLowerCase(Locale.ROOT), span);
    return told(
        Words.all(text, words.say("stats.most"), Words.list(named)),
        picture.names(title, top, one -> name(words, wish.by(), one.name(), one.label())));
  }

  private static List<Effect> told(Document text, Optional<Upload> picture) {
    return picture.map(png -> Pictured.tell(text, png)).orElseGet(() -> List.of(Effect.tell(text)));
  }

  private static List<Document> lines(Words words, LimitWords amounts, Sums all) {
    List<Document> lines = new ArrayList<>();
    lines.add(words.say("stats.line.requests", all.requests(), all.failed()));
    lines.add(words.say("stats.line.conversations", all.conversations()));
    lines.add(words.say("stats.line.tokens", all.tokensIn(), all.tokensOut()));
    if (all.money() > 0) {
      lines.add(words.say("stats.line.money", amounts.amount(words, What.MONEY, all.money())));
    }
    all.averageWait()
        .ifPresent(
            wait ->
                lines.add(
                    words.say(
                        "stats.line.times",
                        Durations.exactly(words.locale(), wait),
                        Durations.exactly(words.locale(), all.averageAnswer().orElseThrow()))));
    return lines;
  }

  private Document line(Words words, LimitWords amounts, By by, Statistics.Named one) {
    Sums sums = one.sums();
    String name = name(words, by, one.name(), one.label());
    return sums.money() > 0
        ? words.say(
            "stats.line.named.money",
            name,
            sums.requests(),
            sums.tokens(),
            amounts.amount(words, What.MONEY, sums.money()))
        : words.say("stats.line.named", name, sums.requests(), sums.tokens());
  }

  /** What somebody or something is called now. */
  private String name(Words words, By by, String name, String label) {
    return switch (by) {
      case ALL -> "";
      case MEMBER ->
          members
              .find(new MemberId(Long.parseLong(name)))
              .map(Member::name)
              .orElseGet(() -> words.label("stats.member", name));
      case PLACE ->
          name.equals(Daily.PRIVATE)
              ? words.label("stats.private")
              : label.isEmpty() ? name : label;
      case MODEL -> name;
    };
  }

  private List<Effect> file(Words words, StatsWish wish, Document text) {
    byte[] csv =
        StatsFile.of(
            statistics.rows(wish.from(), wish.to()),
            row -> name(words, row.by(), row.name(), row.label()),
            limits.prices().currency().getCurrencyCode());
    Upload file =
        Upload.document("switchboard-" + wish.from() + "-" + wish.to() + ".csv", "text/csv", csv);
    return List.of(
        new Effect.GiveFile(
            file,
            Reply.of(text).onlyForAsker(),
            () -> List.of(Effect.tell(words.say("export.failed")))));
  }
}
