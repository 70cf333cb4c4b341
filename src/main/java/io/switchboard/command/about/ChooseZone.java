package io.switchboard.command.about;

import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.HomeZone;
import io.switchboard.member.Members;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the member's days begin. */
final class ChooseZone {
  private static final String AUTO = "auto";
  private static final int MOST_OFFERED = 5;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Pattern OFFSET =
      Pattern.compile("(?i)(?:utc|gmt)?\\s*([+-])(\\d{1,2})(?::?([0-5]\\d))?");

  private final Members members;
  private final ZoneId usual;

  /**
   * @param usual the server's
   */
  ChooseZone(Members members, ZoneId usual) {
    this.members = members;
    this.usual = usual;
  }

  /** What it is, and how it is changed. */
  List<Effect> show(Visit visit) {
    ZoneId zone = members.zone(visit.id()).map(HomeZone::id).orElse(usual);
    return List.of(Effect.ask(visit, words(visit, "timezone.now", zone), "timezone"));
  }

  /**
   * Keeps a choice.
   *
   * @param written a zone, a city of one, an offset, or {@code auto} for the server's
   */
  List<Effect> choose(Visit visit, String written) {
    if (written.equalsIgnoreCase(AUTO)) {
      members.setZone(visit.id(), null);
      return said(visit, "timezone.set", usual);
    }
    List<ZoneId> meant = meant(written);
    if (meant.size() != 1) {
      Words words = visit.words();
      return List.of(
          Effect.tell(
              meant.isEmpty()
                  ? words.say("timezone.unknown", written)
                  : words.say("timezone.several", new Inline.Code(names(meant)))));
    }
    members.setZone(visit.id(), meant.getFirst());
    return said(visit, "timezone.set", meant.getFirst());
  }

  private static String names(List<ZoneId> zones) {
    return String.join(", ", zones.stream().limit(MOST_OFFERED).map(ZoneId::getId).toList());
  }

  private static List<Effect> said(Visit visit, String key, ZoneId zone) {
    return List.of(Effect.tell(words(visit, key, zone)));
  }

  private static Document words(Visit visit, String key, ZoneId zone) {
    String clock = CLOCK.format(visit.origin().at().atZone(zone));
    return visit.words().say(key, new Inline.Code(zone.getId()), clock);
  }

  /** Those that are meant: one by its whole name, or all whose last part is this. */
  static List<ZoneId> meant(String written) {
    var offset = OFFSET.matcher(written.strip());
    if (offset.matches()) {
      return offset(offset.group(1), offset.group(2), offset.group(3));
    }
    String wanted = written.strip().replaceAll("\\s+", "_");
    List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    List<ZoneId> exact =
        known.stream().filter(wanted::equalsIgnoreCase).limit(1).map(ZoneId::of).toList();
    return exact.isEmpty()
        ? known.stream()
            .filter(id -> id.substring(id.lastIndexOf('/') + 1).equalsIgnoreCase(wanted))
            .filter(
                id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV"))
            .map(ZoneId::of)
            .toList()
        : exact;
  }

  private static List<ZoneId> offset(String sign, String hours, @Nullable String minutes) {
    try {
      int total = Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
      return List.of(ZoneOffset.ofTotalSeconds((sign.equals("-") ? -60 : 60) * total));
    } catch (DateTimeException e) {
      return List.of();
    }
  }
}
