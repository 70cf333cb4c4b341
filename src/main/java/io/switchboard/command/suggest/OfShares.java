package io.switchboard.command.suggest;

import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.expiry.ReadExpiry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Links: which, how much, how long. */
record OfShares(Rooms.Outside outside) {
  /** With these something has to be written behind the number. */
  private static final Set<String> WITH_MORE = Set.of("rename", "views", "password", "extend");

  Map<String, Source> sources() {
    return Map.of(
        "shares which", this::mine,
        "share what", Source.words("last", "last 2", "last 3", "all"),
        "share expiry", (visit, typing) -> lengths(visit),
        "answers for", (visit, typing) -> lengths(visit),
        "gallery words", (visit, typing) -> tags());
  }

  private List<Suggestion> mine(Visit visit, Typing typing) {
    String verb = Source.what(typing);
    return outside.sharing().looking().all(visit.id()).stream()
        .map(
            share ->
                new Suggestion(
                    share.id() + " · " + share.title(),
                    WITH_MORE.contains(verb) ? example(verb, share) : share.id().toString()))
        .toList();
  }

  private static String example(String verb, ShareSummary share) {
    String more =
        switch (verb) {
          case "rename" -> share.title();
          case "views" -> "5";
          case "extend" -> "7d";
          default -> "";
        };
    return OfMine.cut((share.id() + " " + more).strip(), Suggestion.LONGEST);
  }

  private List<Suggestion> lengths(Visit visit) {
    ShareSettings settings = outside.sharing().settings();
    Instant now = visit.origin().at();
    return Stream.of("1h", "24h", "3d", "7d", "30d", "90d", "never")
        .filter(written -> settings.allow(read(written, now), now))
        .map(written -> new Suggestion(written, written))
        .toList();
  }

  private static Expiry read(String written, Instant now) {
    return ReadExpiry.of(written, now, ZoneOffset.UTC).orElseGet(Expiry.Default::new);
  }

  private List<Suggestion> tags() {
    return outside.community().gallery().tags().stream()
        .map(tag -> new Suggestion("#" + tag, "#" + tag))
        .toList();
  }
}
