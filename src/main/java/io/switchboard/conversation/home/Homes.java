package io.switchboard.conversation.home;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.ConversationSettings;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Which places have one conversation for all, and who has written there. */
public final class Homes {
  private final Database database;
  private final ConversationSettings settings;

  public Homes(Database database, ConversationSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** The home of a place; empty where everybody has a conversation of their own. */
  public Optional<String> of(Place place) {
    if (place.kind() == Place.Kind.PRIVATE) {
      return Optional.empty();
    }
    return database.read(
        h ->
            HomeTable.homeOf(h, place.id().value())
                .or(() -> shared(h, place) ? Optional.of(place.id().value()) : Optional.empty()));
  }

  private boolean shared(Handle h, Place place) {
    List<String> near = near(place);
    Map<String, Boolean> said = HomeTable.modes(h, near);
    for (String scope : near) {
      Boolean mode = said.get(scope);
      if (mode != null) {
        return mode;
      }
      if (settings.shared().contains(scope)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> near(Place place) {
    List<String> near = new ArrayList<>(List.of(place.id().value()));
    near.addAll(place.scopes());
    return near;
  }

  /**
   * For which scope it is said, where it is said in that place. What is said of a group or channel
   * holds for its threads and topics, too, unless something else was said of one.
   */
  public static String scope(Place place) {
    return place.kind() == Place.Kind.GROUP && !place.scopes().isEmpty()
        ? place.scopes().getFirst()
        : place.id().value();
  }

  /** What was said for a scope: whether all have one conversation; empty if nothing was. */
  public static Optional<Boolean> said(Handle h, String scope) {
    return Optional.ofNullable(HomeTable.modes(h, List.of(scope)).get(scope));
  }

  /**
   * Says that all have one conversation there, or everybody their own; empty for what the
   * configuration says.
   */
  public static void say(Handle h, String scope, Optional<Boolean> shared) {
    HomeTable.unsetMode(h, scope);
    shared.ifPresent(all -> HomeTable.setMode(h, scope, all));
  }

  /** Gives a place another home than itself: linked places have one together. */
  public void join(Handle h, PlaceId place, String home) {
    HomeTable.join(h, place.value(), home);
  }

  /** The place is linked with none any more. */
  public void leave(Handle h, PlaceId place) {
    HomeTable.leave(h, place.value());
  }

  /** Remembers that a member has written there. */
  public void arrive(MemberId member, String home) {
    if (database.read(h -> HomeTable.isIn(h, home, member))) {
      return;
    }
    try {
      database.useTransaction(h -> HomeTable.add(h, home, member));
    } catch (UnableToExecuteStatementException e) {
      // Another event of the same member was faster; anything else fails again when it is read.
      if (!database.read(h -> HomeTable.isIn(h, home, member))) {
        throw e;
      }
    }
  }

  /** The present conversation of a home, if there was any. */
  public Optional<ConversationId> current(String home) {
    return database.read(h -> HomeTable.current(h, home));
  }

  /** Makes it the first present one; throws if there is one. */
  public static void enterFirst(Handle h, String home, ConversationId conversation) {
    HomeTable.enterFirst(h, home, conversation);
  }

  /** Makes it the present one; two at once in a new home: one of them gets an exception. */
  public static void enter(Handle h, String home, ConversationId conversation) {
    HomeTable.enter(h, home, conversation);
  }

  /** What was the one member's is the other's. */
  public static void merge(Handle h, MemberId from, MemberId to) {
    HomeTable.merge(h, from, to);
  }
}
