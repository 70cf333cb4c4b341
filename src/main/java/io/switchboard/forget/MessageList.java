package io.switchboard.forget;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Our messages that show something of a member, and those still to be taken away. */
final class MessageList {
  private MessageList() {}

  /**
   * A message.
   *
   * @param place empty where it is not known
   */
  record Shown(MessageId message, String place) {
    PlaceId placeId() {
      return new PlaceId(place);
    }
  }

  /** Whoever is just noting a message that shows something of the member comes to an end first. */
  static void waitForWriters(Handle h, long member) {
    h.createQuery("select id from turn where author_id = :member for update")
        .bind("member", member)
        .mapTo(Long.class)
        .list();
  }

  /** Notes all that a member's rows tell of, before they go. */
  static void note(Handle h, long member, Instant now) {
    Stream<Shown> answers =
        rows(
            h,
            "select m.message as message, coalesce(r.place, '') as place from turn_message m join"
                + " turn t on t.id = m.turn_id join conversation c on c.id = t.conversation_id left"
                + " join request r on r.id = t.request_id where t.author_id = :member or"
                + " (c.member_id = :member and c.home is null)",
            member);
    Stream<Shown> links =
        rows(
            h,
            "select k.message as message, k.place as place from share_carrier k join share s on"
                + " s.id = k.share_id where s.owner_id = :member",
            member);
    Stream<Shown> posts =
        rows(
            h,
            "select p.message as message, '' as place from community_post p where p.owner_id ="
                + " :member and p.message is not null",
            member);
    Stream<Shown> cards =
        rows(
            h,
            "select m.message as message, m.place as place from staff_card_message m join"
                + " staff_card c on c.id = m.card_id join community_item i on c.subject = 'approval"
                + " ' || cast(i.share_id as varchar(20)) or c.subject like 'report ' ||"
                + " cast(i.share_id as varchar(20)) || '/%' where i.owner_id = :member",
            member);
    Stream<Shown> growing =
        rows(
            h,
            "select r.shown as message, r.place as place from request r where r.member = :member"
                + " and r.shown is not null",
            member);
    Stream<Shown> notes =
        rows(
            h,
            "select r.note as message, r.place as place from request r where r.member = :member"
                + " and r.note is not null",
            member);
    Stream<Shown> elsewhere =
        rows(
            h,
            "select k.messages as message, k.place as place from relay_copy k join turn t on t.id ="
                + " k.turn_id where t.author_id = :member",
            member);
    Stream.of(answers, links, posts, cards, growing, notes, elsewhere)
        .flatMap(found -> found)
        .filter(shown -> shown.message().value().indexOf(':') > 0)
        .forEach(shown -> add(h, shown, now));
  }

  private static Stream<Shown> rows(Handle h, String sql, long member) {
    return h
        .createQuery(sql)
        .bind("member", member)
        .map((rs, c) -> List.of(rs.getString("message"), rs.getString("place")))
        .list()
        .stream()
        .flatMap(
            row ->
                row.getFirst()
                    .lines()
                    .filter(id -> !id.isBlank())
                    .map(id -> new Shown(new MessageId(id), row.getLast())));
  }

  private static void add(Handle h, Shown shown, Instant now) {
    done(h, shown.message());
    h.createUpdate(
            "insert into forget_message (message, place, since) values (:message, :place, :now)")
        .bind("message", shown.message().value())
        .bind("place", shown.place())
        .bind("now", now)
        .execute();
  }

  /** Those still to be taken away, oldest first. */
  static List<Shown> left(Handle h) {
    return h.createQuery("select message, place from forget_message order by since, message")
        .map((rs, c) -> new Shown(new MessageId(rs.getString("message")), rs.getString("place")))
        .list();
  }

  /** It is gone, or cannot be taken away. */
  static void done(Handle h, MessageId message) {
    h.createUpdate("delete from forget_message where message = :message")
        .bind("message", message.value())
        .execute();
  }

  /** Those that could not be reached for so long are given up. */
  static void giveUp(Handle h, Instant before) {
    h.createUpdate("delete from forget_message where since < :before")
        .bind("before", before)
        .execute();
  }
}
