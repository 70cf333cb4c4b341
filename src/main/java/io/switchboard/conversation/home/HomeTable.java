package io.switchboard.conversation.home;

import io.switchboard.conversation.ConversationId;
import io.switchboard.member.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of homes, and of what admins said about places. */
final class HomeTable {
  private HomeTable() {}

  static Map<String, Boolean> modes(Handle h, List<String> scopes) {
    return h.createQuery("select scope, shared from conversation_mode where scope in (<scopes>)")
        .bindList("scopes", scopes)
        .reduceRows(
            new HashMap<>(),
            (modes, row) -> {
              modes.put(
                  row.getColumn("scope", String.class), row.getColumn("shared", Boolean.class));
              return modes;
            });
  }

  static void setMode(Handle h, String scope, boolean shared) {
    unsetMode(h, scope);
    h.createUpdate("insert into conversation_mode (scope, shared) values (:scope, :shared)")
        .bind("scope", scope)
        .bind("shared", shared)
        .execute();
  }

  static void unsetMode(Handle h, String scope) {
    h.createUpdate("delete from conversation_mode where scope = :scope")
        .bind("scope", scope)
        .execute();
  }

  static Optional<String> homeOf(Handle h, String place) {
    return h.createQuery("select home from conversation_place where place = :place")
        .bind("place", place)
        .mapTo(String.class)
        .findOne();
  }

  static void join(Handle h, String place, String home) {
    leave(h, place);
    h.createUpdate("insert into conversation_place (place, home) values (:place, :home)")
        .bind("place", place)
        .bind("home", home)
        .execute();
  }

  static void leave(Handle h, String place) {
    h.createUpdate("delete from conversation_place where place = :place")
        .bind("place", place)
        .execute();
  }

  static Optional<ConversationId> current(Handle h, String home) {
    return h.createQuery("select conversation_id from conversation_home where home = :home")
        .bind("home", home)
        .mapTo(Long.class)
        .findOne()
        .map(ConversationId::new);
  }

  /** Throws if the home has a present one already. */
  static void enterFirst(Handle h, String home, ConversationId conversation) {
    h.createUpdate(
            "insert into conversation_home (home, conversation_id) values (:home, :conversation)")
        .bind("home", home)
        .bind("conversation", conversation.value())
        .execute();
  }

  /** Two at once that were in none before: one of them gets an exception. */
  static void enter(Handle h, String home, ConversationId conversation) {
    int changed =
        h.createUpdate(
                "update conversation_home set conversation_id = :conversation where home = :home")
            .bind("conversation", conversation.value())
            .bind("home", home)
            .execute();
    if (changed == 0) {
      enterFirst(h, home, conversation);
    }
  }

  static boolean isIn(Handle h, String home, MemberId member) {
    return h.createQuery(
            "select 1 from conversation_home_member where home = :home and member_id = :member")
        .bind("home", home)
        .bind("member", member.value())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static void add(Handle h, String home, MemberId member) {
    h.createUpdate("insert into conversation_home_member (home, member_id) values (:home, :member)")
        .bind("home", home)
        .bind("member", member.value())
        .execute();
  }

  static void merge(Handle h, MemberId from, MemberId to) {
    h.createUpdate(
            "delete from conversation_home_member where member_id = :from and home in (select"
                + " o.home from conversation_home_member o where o.member_id = :to)")
        .bind("from", from.value())
        .bind("to", to.value())
        .execute();
    h.createUpdate("update conversation_home_member set member_id = :to where member_id = :from")
        .bind("from", from.value())
        .bind("to", to.value())
        .execute();
  }
}
