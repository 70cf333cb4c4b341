package io.switchboard.web.admin.view.stats;

import io.switchboard.member.MemberId;
import io.switchboard.member.look.Listed;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.queue.daily.By;
import io.switchboard.queue.daily.Daily;
import io.switchboard.queue.daily.Statistics;
import io.switchboard.web.PageFrame;
import java.util.List;
import java.util.Map;

/** What members, places and models are called now. */
final class Names {
  private final PageFrame frame;
  private final Map<MemberId, Listed> known;

  /**
   * Looks up the members among these at once.
   *
   * @param those names that are no numbers are of no members
   */
  Names(PageFrame frame, LookForMembers members, List<Statistics.Named> those) {
    this.frame = frame;
    this.known =
        members.all(
            those.stream()
                .map(Statistics.Named::name)
                .filter(Names::number)
                .distinct()
                .map(name -> new MemberId(Long.parseLong(name)))
                .toList());
  }

  private static boolean number(String name) {
    return name.matches("\\d{1,18}");
  }

  String of(By by, Statistics.Named one) {
    return switch (by) {
      case ALL -> "";
      case MEMBER -> {
        Listed member =
            number(one.name()) ? known.get(new MemberId(Long.parseLong(one.name()))) : null;
        yield member == null ? frame.say("stats.member", one.name()) : member.name();
      }
      case PLACE ->
          one.name().equals(Daily.PRIVATE)
              ? frame.say("stats.private")
              : one.label().isEmpty() ? one.name() : one.label();
      case MODEL -> one.name();
    };
  }
}
