package io.switchboard.command.suggest;

import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.style.ModelsOnOffer;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is one's own: conversations, who answers in them, accounts, where one's days begin. */
record OfMine(Rooms rooms, ModelsOnOffer offer) {
  Map<String, Source> sources() {
    return Map.of(
        "model name", (visit, typing) -> models(visit),
        "persona name", (visit, typing) -> personas(visit),
        "conversations text", this::conversations,
        "timezone zone", (visit, typing) -> zones(),
        "link code", (visit, typing) -> accounts(visit),
        "login code", Source.words("sessions"));
  }

  private List<Suggestion> models(Visit visit) {
    return Source.same(offer.to(visit.asker()).toArray(String[]::new));
  }

  private List<Suggestion> personas(Visit visit) {
    List<Suggestion> all = new ArrayList<>();
    rooms
        .minds()
        .personas()
        .all()
        .forEach(
            p ->
                all.add(
                    new Suggestion(
                        p.about().isEmpty() ? p.title() : p.title() + " · " + p.about(),
                        p.name())));
    if (!all.isEmpty()) {
      all.add(new Suggestion(visit.words().label("persona.usual"), "none"));
    }
    return all;
  }

  /** Titles that can be given anew, or looked for. */
  private List<Suggestion> conversations(Visit visit, Typing typing) {
    return switch (Source.what(typing)) {
      case "rename" ->
          rooms.conversations().list(visit.id()).stream()
              .map(
                  c ->
                      new Suggestion(
                          "#" + c.id() + " · " + c.title(),
                          cut("#" + c.id() + " " + c.title(), Suggestion.LONGEST)))
              .toList();
      case "search", "list", "" ->
          rooms.conversations().list(visit.id()).stream()
              .map(c -> new Suggestion(c.title(), cut(c.title(), Suggestion.LONGEST)))
              .toList();
      default -> List.of();
    };
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private static List<Suggestion> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.matches("[A-Z][A-Za-z]+/.*") && !zone.startsWith("SystemV/"))
        .filter(zone -> !zone.startsWith("Etc/"))
        .sorted()
        .map(zone -> new Suggestion(zone.replace('_', ' '), zone))
        .toList();
  }

  private List<Suggestion> accounts(Visit visit) {
    return rooms.members().identities(visit.id()).stream()
        .filter(account -> !account.equals(visit.origin().sender().id()))
        .map(account -> "remove " + account)
        .map(line -> new Suggestion(line, line))
        .toList();
  }
}
