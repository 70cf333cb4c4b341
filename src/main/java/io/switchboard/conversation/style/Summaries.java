package io.switchboard.conversation.style;

import io.switchboard.conversation.TurnId;
import io.switchboard.db.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was said up to a turn, in fewer words. A summary goes with its turn. */
public final class Summaries {
  private final Database database;
  private final InstantSource time;

  public Summaries(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * A summary.
   *
   * @param upTo the last turn that is in it
   */
  public record Summary(TurnId upTo, String text) {}

  /** The one of these turns' that reaches farthest. */
  public Optional<Summary> newest(List<TurnId> path) {
    return path.isEmpty()
        ? Optional.empty()
        : database.read(
            h ->
                h.createQuery(
                        "select turn_id, text from turn_summary where turn_id in (<ids>)"
                            + " order by turn_id desc limit 1")
                    .bindList("ids", path.stream().map(TurnId::value).toList())
                    .map(
                        (row, c) ->
                            new Summary(new TurnId(row.getLong("turn_id")), row.getString("text")))
                    .findOne());
  }

  /** Keeps one; the first that is kept for a turn stays. Nothing happens if the turn is gone. */
  public void keep(Summary summary) {
    database.useTransaction(h -> keep(h, summary));
  }

  private void keep(Handle h, Summary summary) {
    h.createUpdate(
            "insert into turn_summary (turn_id, text, made_at) select t.id, :text, :now from turn t"
                + " where t.id = :turn and not exists (select 1 from turn_summary s where"
                + " s.turn_id = :turn)")
        .bind("text", summary.text().replace("\0", ""))
        .bind("now", time.instant())
        .bind("turn", summary.upTo().value())
        .execute();
  }
}
