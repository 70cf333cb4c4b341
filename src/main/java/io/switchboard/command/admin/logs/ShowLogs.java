package io.switchboard.command.admin.logs;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.logs.LogLevel;
import io.switchboard.logs.LogLine;
import io.switchboard.markup.Document;
import io.switchboard.staff.LogWords;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /logs [start|stop|error|warn|info] [20]}. */
public final class ShowLogs {
  /** In somebody's private chat it is one message. */
  private static final int ONE_MESSAGE = 1700;

  private static final int SOME_MESSAGES = 6000;

  private final Rooms.Overseen overseen;
  private final Acts acts;
  private final ZoneId zone;

  /**
   * @param zone of the times that are shown
   */
  public ShowLogs(Rooms.Overseen overseen, Acts acts, ZoneId zone) {
    this.overseen = overseen;
    this.acts = acts;
    this.zone = zone;
  }

  /**
   * For the command.
   *
   * @param written as said in {@link LogsWish#read}
   */
  public List<Effect> show(Visit visit, String written) {
    Words words = visit.words();
    return LogsWish.read(written)
        .map(
            wish ->
                switch (wish) {
                  case LogsWish.Recent(LogLevel least, int most) -> recent(visit, least, most);
                  case LogsWish.Start(LogLevel least) -> follow(visit, least);
                  case LogsWish.Stop ignored -> follow(visit, null);
                })
        .orElseGet(() -> List.of(Effect.tell(words.say("meant.logs"))));
  }

  private List<Effect> follow(Visit visit, @Nullable LogLevel least) {
    Words words = visit.words();
    List<PlaceId> places = overseen.staff().places();
    if (least != null && places.isEmpty()) {
      return List.of(Effect.tell(words.say("logs.nowhere")));
    }
    Document done =
        least == null
            ? words.say("logs.stopped")
            : words.say("logs.started", least.name().toLowerCase(Locale.ROOT));
    return List.of(
        Effect.tell(
            SayOutcome.of(
                words,
                "",
                acts.carryOut(visit.doer(), new SwitchAct.FollowLogs(least)),
                entry -> done)));
  }

  /** In private, or where the staff is among itself. */
  private List<Effect> recent(Visit visit, LogLevel least, int most) {
    Words words = visit.words();
    List<LogLine> lines = overseen.logs().recent(least, most);
    if (lines.isEmpty()) {
      return List.of(Effect.tell(words.say("logs.none")));
    }
    LogWords written = new LogWords(words.texts(), words.locale(), zone, "");
    boolean here =
        visit.place().kind() == Place.Kind.PRIVATE
            || overseen.staff().places().contains(visit.placeId());
    return List.of(
        here
            ? Effect.tell(written.all(lines, SOME_MESSAGES))
            : new Effect.InPrivate(
                Reply.of(written.all(lines, ONE_MESSAGE)).onlyForAsker(),
                words.say("logs.sent"),
                words.say("logs.not-sent")));
  }
}
