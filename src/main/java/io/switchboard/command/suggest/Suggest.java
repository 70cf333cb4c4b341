package io.switchboard.command.suggest;

import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.style.ModelsOnOffer;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what may be meant. */
public final class Suggest {
  private final Catalogue catalogue;
  private final Map<String, Source> sources = new HashMap<>();

  public Suggest(Rooms rooms, Catalogue catalogue) {
    this.catalogue = catalogue;
    ModelsOnOffer offer =
        new ModelsOnOffer(rooms.minds().accounts(), rooms.minds().allowances()::mayUse);
    sources.putAll(new OfMine(rooms, offer).sources());
    sources.putAll(new OfShares(rooms.outside()).sources());
    sources.putAll(new OfStaff(rooms).sources());
    sources.putAll(new OfCommunity(rooms.outside(), rooms.known()).sources());
  }

  /** What this visitor may mean, at most {@link Suggestion#MOST}. */
  public List<Suggestion> to(Visit visit, Typing typing) {
    Source source = sources.get(typing.command() + " " + typing.option());
    if (source == null || !catalogue.names(visit.role()).contains(typing.command())) {
      return List.of();
    }
    String written = typing.text().strip().toLowerCase(Locale.ROOT);
    List<Suggestion> first = new ArrayList<>();
    List<Suggestion> then = new ArrayList<>();
    for (Suggestion one : source.of(visit, typing)) {
      String label = one.label().toLowerCase(Locale.ROOT);
      String value = one.value().toLowerCase(Locale.ROOT);
      if (one.value().isBlank() || one.value().length() > Suggestion.LONGEST) {
        continue;
      }
      if (label.startsWith(written) || value.startsWith(written)) {
        first.add(one);
      } else if (label.contains(written) || value.contains(written)) {
        then.add(one);
      }
    }
    first.addAll(then);
    return first.stream().distinct().limit(Suggestion.MOST).map(Suggest::fitting).toList();
  }

  private static Suggestion fitting(Suggestion one) {
    String label = one.label().replaceAll("\\s+", " ").strip();
    if (label.isEmpty()) {
      return new Suggestion(one.value(), one.value());
    }
    if (label.length() <= Suggestion.LONGEST) {
      return new Suggestion(label, one.value());
    }
    int end = Suggestion.LONGEST - 1;
    end = Character.isHighSurrogate(label.charAt(end - 1)) ? end - 1 : end;
    return new Suggestion(label.substring(0, end) + "…", one.value());
  }
}
