package io.switchboard.queue.look;

import io.switchboard.chat.Place;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.queue.request.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits or runs, without what is asked.
 *
 * @param run null until it runs
 */
public record Asked(
    RequestId id,
    MemberId member,
    Where where,
    Stage stage,
    Instant submittedAt,
    @Nullable Run run) {
  static final String ROW =
      "select id, member, place, place_kind, place_name, state, submitted_at, started_at, account,"
          + " stop_wanted from request ";

  /** How far it is. */
  public enum Stage {
    /** It starts as soon as it is its turn. */
    READY,
    /** An older one of its conversation is not over. */
    BEHIND,
    /** It was tried, and is tried again later. */
    LATER,
    RUNNING,
    /** It is answered; the answer is on its way into the chat. */
    DELIVERING
  }

  /**
   * Where it was asked.
   *
   * @param name what people call the place; empty for a private chat
   */
  public record Where(String platform, Place.Kind kind, String name) {}

  /**
   * Who answers it.
   *
   * @param stopping whether somebody wants it to end
   */
  public record Run(String account, Instant startedAt, boolean stopping) {}

  static Asked read(ResultSet row, StatementContext context) throws SQLException {
    String place = row.getString("place");
    Instant started = Times.atOrNull(row, "started_at");
    String account = row.getString("account");
    Stage stage = Stage.valueOf(row.getString("state"));
    boolean runs = stage == Stage.RUNNING || stage == Stage.DELIVERING;
    return new Asked(
        new RequestId(row.getLong("id")),
        new MemberId(row.getLong("member")),
        new Where(
            place.substring(0, Math.max(0, place.indexOf(':'))),
            Place.Kind.valueOf(row.getString("place_kind")),
            row.getString("place_name")),
        stage,
        Times.at(row, "submitted_at"),
        runs && started != null && account != null
            ? new Run(account, started, row.getBoolean("stop_wanted"))
            : null);
  }
}
