package io.switchboard.staff.card;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.time.Busy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of cards. */
final class CardTable {
  private CardTable() {}

  /** A card that may have to show something else. */
  record Card(long id, String subject, long wanted) {}

  /** Two at once for a new subject: one of them gets an exception. */
  static void want(Handle h, String subject, Instant now) {
    int known =
        h.createUpdate("update staff_card set wanted = wanted + 1 where subject = :subject")
            .bind("subject", subject)
            .execute();
    if (known == 0) {
      h.createUpdate(
              "insert into staff_card (subject, wanted, shown, busy_until) values (:subject, 1, 0,"
                  + " :now)")
          .bind("subject", subject)
          .bind("now", now)
          .execute();
    }
  }

  /** Whether it was wanted, or shown, since something changed then. */
  static boolean knows(Handle h, String subject, Instant changed) {
    return h.createQuery(
                "select count(*) from staff_card where subject = :subject and (wanted > shown or"
                    + " busy_until >= :changed)")
            .bind("subject", subject)
            .bind("changed", changed)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  static List<Card> waiting(Handle h, Instant now) {
    return Busy.at(
            h.createQuery(
                "select id, subject, wanted from staff_card where wanted > shown and "
                    + Busy.NOBODY
                    + " order by id"),
            now)
        .map((rs, c) -> new Card(rs.getLong("id"), rs.getString("subject"), rs.getLong("wanted")))
        .list();
  }

  static boolean claim(Handle h, Card card, Instant now, Instant until) {
    return Busy.at(
                h.createUpdate(
                    "update staff_card set busy_until = :until where id = :id and " + Busy.NOBODY),
                now)
            .bind("until", until)
            .bind("id", card.id())
            .execute()
        == 1;
  }

  /** Shows what was wanted then; what is wanted since is shown next. */
  static void shown(Handle h, Card card, Instant now) {
    h.createUpdate("update staff_card set shown = :wanted, busy_until = :now where id = :id")
        .bind("wanted", card.wanted())
        .bind("now", now)
        .bind("id", card.id())
        .execute();
  }

  static Optional<MessageId> message(Handle h, Card card, PlaceId place) {
    return h.createQuery(
            "select message from staff_card_message where card_id = :card and place = :place")
        .bind("card", card.id())
        .bind("place", place.value())
        .mapTo(String.class)
        .findOne()
        .map(MessageId::new);
  }

  static void sent(Handle h, Card card, PlaceId place, MessageId message) {
    h.createUpdate("delete from staff_card_message where card_id = :card and place = :place")
        .bind("card", card.id())
        .bind("place", place.value())
        .execute();
    h.createUpdate(
            "insert into staff_card_message (card_id, place, message) values (:card, :place,"
                + " :message)")
        .bind("card", card.id())
        .bind("place", place.value())
        .bind("message", message.value())
        .execute();
  }
}
