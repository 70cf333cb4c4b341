package io.switchboard.share.kept;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The messages that carry a link. */
public final class CarrierTable {
  private CarrierTable() {}

  /** A message and where it is. */
  public record Carrier(PlaceId place, MessageId message) {}

  /** Adds one, unless it is there. The share's row must be held. */
  public static void add(Handle h, long share, Carrier carrier) {
    boolean known =
        h.createQuery("select 1 from share_carrier where share_id = :id and message = :message")
            .bind("id", share)
            .bind("message", carrier.message().value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!known) {
      h.createUpdate(
              "insert into share_carrier (share_id, message, place, told) values (:id, :message,"
                  + " :place, false)")
          .bind("id", share)
          .bind("message", carrier.message().value())
          .bind("place", carrier.place().value())
          .execute();
    }
  }

  /** Those that do not know yet that the link has ended. */
  public static List<Carrier> untold(Handle h, long share) {
    return h.createQuery(
            "select place, message from share_carrier where share_id = :id and told = false order"
                + " by message")
        .bind("id", share)
        .map(
            (rs, c) ->
                new Carrier(
                    new PlaceId(rs.getString("place")), new MessageId(rs.getString("message"))))
        .list();
  }

  /** This one knows now. */
  public static void setTold(Handle h, long share, MessageId message) {
    h.createUpdate(
            "update share_carrier set told = true where share_id = :id and message = :message")
        .bind("id", share)
        .bind("message", message.value())
        .execute();
  }

  /** This message carries no link any more. */
  public static void forget(Handle h, MessageId message) {
    h.createUpdate("delete from share_carrier where message = :message")
        .bind("message", message.value())
        .execute();
  }

  /** Whether there is any. */
  public static boolean any(Handle h, long share) {
    return h.createQuery("select count(*) from share_carrier where share_id = :id")
            .bind("id", share)
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
