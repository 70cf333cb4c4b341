package io.switchboard.queue.daily;

import io.switchboard.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Adds to the sums of the day. Needs the queue's clock, which lets only one at a time do so. */
public final class Daily {
  /** All private chats together: who talked with the bot is counted by member. */
  public static final String PRIVATE = "private";

  private final ZoneId zone;

  /**
   * @param zone where the days begin
   */
  public Daily(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Who asked what where.
   *
   * @param place its scope, or {@link #PRIVATE}
   * @param placeName what people call it; empty if that is not known
   * @param lane all requests of one conversation have it
   */
  public record Asked(long request, MemberId member, String place, String placeName, String lane) {}

  /**
   * It is over.
   *
   * @param model that answered; empty if none did
   * @param more of it, but for conversations
   */
  public void add(Handle h, Asked asked, String model, Sums more, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    Sums all = more.plus(conversation(h, asked, day.atStartOfDay(zone).toInstant()));
    List<DailyTable.Row> rows = new ArrayList<>();
    rows.add(new DailyTable.Row(By.ALL, "", ""));
    rows.add(new DailyTable.Row(By.MEMBER, asked.member().toString(), ""));
    rows.add(new DailyTable.Row(By.PLACE, asked.place(), asked.placeName()));
    if (!model.isEmpty()) {
      rows.add(new DailyTable.Row(By.MODEL, model, ""));
    }
    DailyTable.add(h, day, rows, all);
  }

  /** One if nothing else was answered in its conversation today. */
  private static Sums conversation(Handle h, Asked asked, Instant dayBegan) {
    boolean first =
        h.createQuery(
                    "select count(*) from request where lane = :lane and id <> :id and ended_at >="
                        + " :began")
                .bind("lane", asked.lane())
                .bind("id", asked.request())
                .bind("began", dayBegan)
                .mapTo(int.class)
                .one()
            == 0;
    return first ? Sums.ONE_CONVERSATION : Sums.NONE;
  }

  /** What was the one member's is the other's. */
  public static void merge(Handle h, MemberId from, MemberId to) {
    DailyTable.merge(h, from.toString(), to.toString());
  }
}
