package io.switchboard.community.kept;

import io.switchboard.db.time.Busy;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of what members are still to be told. */
public final class WordTable {
  private static final int LONGEST = 2000;

  private WordTable() {}

  /**
   * Something a member is to be told.
   *
   * @param place where, if they cannot be reached in private; empty for nowhere
   */
  public record Word(long id, MemberId member, String text, String place, Instant since) {}

  /** Adds one. */
  public static void add(Handle h, MemberId member, String text, String place, Instant now) {
    h.createUpdate(
            "insert into community_word (member_id, text, place, since, busy_until) values"
                + " (:member, :text, :place, :now, :now)")
        .bind("member", member.value())
        .bind("text", text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text)
        .bind("place", place)
        .bind("now", now)
        .execute();
  }

  /** Those that nobody is busy with, the oldest first. */
  public static List<Word> waiting(Handle h, Instant now) {
    return Busy.at(
            h.createQuery(
                "select id, member_id, text, place, since from community_word where "
                    + Busy.NOBODY
                    + " order by id"),
            now)
        .map(
            (rs, c) ->
                new Word(
                    rs.getLong("id"),
                    new MemberId(rs.getLong("member_id")),
                    rs.getString("text"),
                    rs.getString("place"),
                    Times.at(rs, "since")))
        .list();
  }

  /** Whether it is ours to say until then. */
  public static boolean claim(Handle h, Word word, Instant now, Instant until) {
    return Busy.at(
                h.createUpdate(
                    "update community_word set busy_until = :until where id = :id and "
                        + Busy.NOBODY),
                now)
            .bind("until", until)
            .bind("id", word.id())
            .execute()
        == 1;
  }

  /** It was said, or never can be. */
  public static void said(Handle h, Word word) {
    h.createUpdate("delete from community_word where id = :id").bind("id", word.id()).execute();
  }
}
