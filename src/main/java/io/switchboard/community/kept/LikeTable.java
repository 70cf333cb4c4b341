package io.switchboard.community.kept;

import io.switchboard.chat.MessageId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of reactions. */
public final class LikeTable {
  /** Signs that say the opposite are kept and not counted. */
  public static final String DISLIKE = "👎";

  private static final int LONGEST = 100;

  private LikeTable() {}

  /** The copy that this message is; empty if it is none. */
  public static Optional<Long> copy(Handle h, MessageId message) {
    return h.createQuery("select id from community_post where message = :message")
        .bind("message", message.value())
        .mapTo(Long.class)
        .findFirst();
  }

  /** Nobody else writes down reactions to this copy until the transaction is done. */
  public static void lock(Handle h, long copy) {
    var _ =
        h.createQuery("select id from community_post where id = :copy for update")
            .bind("copy", copy)
            .mapTo(Long.class)
            .findOne();
  }

  /** Somebody gave this sign; giving it twice is giving it once. */
  public static void add(Handle h, long copy, String person, String sign) {
    remove(h, copy, person, sign);
    h.createUpdate(
            "insert into community_like (post_id, person, sign) values (:copy, :person, :sign)")
        .bind("copy", copy)
        .bind("person", person)
        .bind("sign", fit(sign))
        .execute();
  }

  /** Somebody took this sign back. */
  public static void remove(Handle h, long copy, String person, String sign) {
    h.createUpdate(
            "delete from community_like where post_id = :copy and person = :person and sign ="
                + " :sign")
        .bind("copy", copy)
        .bind("person", person)
        .bind("sign", fit(sign))
        .execute();
  }

  /** These are all the signs that somebody gives now. */
  public static void set(Handle h, long copy, String person, Collection<String> signs) {
    h.createUpdate("delete from community_like where post_id = :copy and person = :person")
        .bind("copy", copy)
        .bind("person", person)
        .execute();
    signs.stream().distinct().forEach(sign -> add(h, copy, person, sign));
  }

  /** All of that sign went, or with null all there were. */
  public static void clear(Handle h, long copy, Optional<String> sign) {
    h.createUpdate(
            "delete from community_like where post_id = :copy"
                + sign.map(s -> " and sign = :sign").orElse(""))
        .bind("copy", copy)
        .bindMap(sign.map(s -> Map.of("sign", fit(s))).orElse(Map.of()))
        .execute();
  }

  /** So many gave each sign, whoever they are. */
  public static void tally(Handle h, long copy, Map<String, Integer> signs) {
    h.createUpdate("delete from community_tally where post_id = :copy")
        .bind("copy", copy)
        .execute();
    signs.forEach(
        (sign, people) ->
            h.createUpdate(
                    "insert into community_tally (post_id, sign, people) values (:copy, :sign,"
                        + " :people)")
                .bind("copy", copy)
                .bind("sign", fit(sign))
                .bind("people", people)
                .execute());
  }

  private static String fit(String sign) {
    return sign.length() <= LONGEST ? sign : sign.substring(0, LONGEST);
  }
}
