package io.switchboard.share.kept;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which shares were made of an answer by themselves, and what there is of those still growing. */
public final class AnswerPageTable {
  private AnswerPageTable() {}

  /**
   * One of them.
   *
   * @param instead whether the chat shows its link in the place of the text
   */
  public record AnswerPage(long share, boolean growing, boolean instead) {}

  /**
   * What there is of an answer.
   *
   * @param version counts its changes
   */
  public record Grown(String content, long version) {}

  /** The page of a turn's answer. */
  public static Optional<AnswerPage> of(Handle h, long turn) {
    return h.createQuery("select share_id, growing, instead from answer_page where turn_id = :turn")
        .bind("turn", turn)
        .map(
            (rs, c) ->
                new AnswerPage(
                    rs.getLong("share_id"), rs.getBoolean("growing"), rs.getBoolean("instead")))
        .findOne();
  }

  /** Adds one that grows. */
  public static void add(Handle h, long turn, long share, boolean instead) {
    h.createUpdate(
            "insert into answer_page (turn_id, share_id, growing, instead, content, version) values"
                + " (:turn, :share, true, :instead, '', 0)")
        .bind("turn", turn)
        .bind("share", share)
        .bind("instead", instead)
        .execute();
  }

  /** There is more of it. */
  public static void write(Handle h, long turn, String content) {
    h.createUpdate(
            "update answer_page set content = :content, version = version + 1 where turn_id = :turn"
                + " and growing")
        .bind("content", content)
        .bind("turn", turn)
        .execute();
  }

  /** All of it stands in the share. */
  public static void done(Handle h, long turn) {
    h.createUpdate("update answer_page set growing = false, content = '' where turn_id = :turn")
        .bind("turn", turn)
        .execute();
  }

  /** What there is of the answer that a share is being made of; empty if none is. */
  public static Optional<Grown> grown(Handle h, long share) {
    return h.createQuery(
            "select content, version from answer_page where share_id = :share and growing")
        .bind("share", share)
        .map((rs, c) -> new Grown(rs.getString("content"), rs.getLong("version")))
        .findOne();
  }

  /** How many live shares of a member were made by themselves. */
  public static int live(Handle h, long owner, Instant now) {
    return h.createQuery(
            "select count(*) from answer_page p join share s on s.id = p.share_id where s.owner_id"
                + " = :owner and s.state = 'LIVE' and (s.ends_at is null or s.ends_at > :now)")
        .bind("owner", owner)
        .bind("now", now)
        .mapTo(Integer.class)
        .one();
  }
}
