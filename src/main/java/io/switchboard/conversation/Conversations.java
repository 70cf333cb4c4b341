package io.switchboard.conversation;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.export.Copying;
import io.switchboard.conversation.export.Whole;
import io.switchboard.conversation.home.Homes;
import io.switchboard.conversation.kept.ConversationTable;
import io.switchboard.conversation.oversight.Oversight;
import io.switchboard.conversation.tree.AdoptTurns;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Merging;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of all members: whose they are, and who is in which. Whoever asks is named, and
 * somebody else's id gives nothing.
 */
public final class Conversations extends Turns implements Merging {
  private final List<BeforeDeletion> dependents = new CopyOnWriteArrayList<>();
  private final Homes homes;
  private final Oversight oversight;

  /** Where every member has conversations of their own, unless an admin says otherwise. */
  public Conversations(Database database, InstantSource time) {
    this(database, time, ConversationSettings.DEFAULTS);
  }

  public Conversations(Database database, InstantSource time, ConversationSettings settings) {
    super(database, time);
    this.homes = new Homes(database, settings);
    this.oversight = new Oversight(database, time, settings.adminsMayRead());
  }

  /** Which places have one conversation for all. */
  public Homes homes() {
    return homes;
  }

  /** All members' conversations, for admins. */
  public Oversight oversight() {
    return oversight;
  }

  /** Says what has to go with a conversation. At wiring. */
  public void beforeDeletion(BeforeDeletion dependent) {
    dependents.add(dependent);
  }

  /**
   * The conversation this member is in at this place, a new one if there is none: their own, or
   * where one is shared that of all who write there, of whom they are one from now on.
   */
  public ConversationId current(MemberId member, Place place) {
    Optional<String> home = arrive(member, place);
    return home.isPresent() ? currentAt(home.get(), member) : current(member, place.id());
  }

  /** Where one conversation is shared, makes the member one of those who write there. */
  public Optional<String> arrive(MemberId member, Place place) {
    Optional<String> home = homes.of(place);
    home.ifPresent(there -> homes.arrive(member, there));
    return home;
  }

  private ConversationId currentAt(String home, MemberId member) {
    return foundOrMade(
        () -> homes.current(home),
        h -> {
          ConversationId made = ConversationTable.insert(h, member, home, now());
          Homes.enterFirst(h, home, made);
          return made;
        });
  }

  /** The member's own conversation at a place; a new one if there is none. */
  public ConversationId current(MemberId member, PlaceId place) {
    return foundOrMade(
        () -> database.read(h -> ConversationTable.current(h, member, place)),
        h -> {
          ConversationId made = ConversationTable.insert(h, member, null, now());
          ConversationTable.enterFirst(h, member, place, made);
          return made;
        });
  }

  private ConversationId foundOrMade(
      Supplier<Optional<ConversationId>> find, Function<Handle, ConversationId> make) {
    Optional<ConversationId> found = find.get();
    if (found.isPresent()) {
      return found.get();
    }
    try {
      return database.inTransaction(make);
    } catch (UnableToExecuteStatementException e) {
      // Another event made one at the same time.
      return find.get().orElseThrow(() -> e);
    }
  }

  /** Leaves the current one and starts another; for all, where one is shared. */
  public ConversationId startNew(MemberId member, Place place) {
    String home = arrive(member, place).orElse(null);
    return startNew(member, place.id(), home);
  }

  /** Leaves the member's own current one and starts another. */
  public ConversationId startNew(MemberId member, PlaceId place) {
    return startNew(member, place, null);
  }

  private ConversationId startNew(MemberId member, PlaceId place, @Nullable String home) {
    return database.inTransaction(
        h -> {
          ConversationId conversation = ConversationTable.insert(h, member, home, now());
          enter(h, member, place, home, conversation);
          return conversation;
        });
  }

  private static void enter(
      Handle h,
      MemberId member,
      PlaceId place,
      @Nullable String home,
      ConversationId conversation) {
    if (home == null) {
      ConversationTable.enter(h, member, place, conversation);
    } else {
      Homes.enter(h, home, conversation);
    }
  }

  /**
   * Starts another with questions and answers from elsewhere, and goes on with it here; with all,
   * where one is shared.
   *
   * @param title one that {@link Titles#clean} leaves as it is
   */
  public ConversationId adopt(
      MemberId member, Place place, String title, List<AdoptTurns.Exchange> exchanges) {
    String home = arrive(member, place).orElse(null);
    return database.inTransaction(
        h -> {
          ConversationId conversation = ConversationTable.insert(h, member, home, now());
          AdoptTurns.into(h, conversation, title, exchanges, now());
          enter(h, member, place.id(), home, conversation);
          return conversation;
        });
  }

  /**
   * The conversations in which something was asked, the last used one first: the member's own, and
   * those of places where they have written.
   */
  public List<ConversationSummary> list(MemberId member) {
    return list(member, "");
  }

  /** Those of the {@link #list(MemberId)} in which these words were said, or that are named so. */
  public List<ConversationSummary> list(MemberId member, String words) {
    return database.read(h -> ConversationTable.list(h, member, words.strip()));
  }

  /**
   * A conversation with its whole tree, to be taken away; empty if it is not the member's.
   *
   * @param names what a member is called
   */
  public Optional<Whole> whole(
      ConversationId conversation, MemberId member, Function<MemberId, String> names) {
    return database.read(h -> Copying.out(h, conversation, member, names));
  }

  /** Makes it one of the member's own, and goes on with it at this place unless that is shared. */
  public ConversationId take(Whole whole, MemberId member, Place place) {
    boolean shared = arrive(member, place).isPresent();
    return database.inTransaction(
        h -> {
          ConversationId taken = Copying.in(h, whole, member, now());
          if (!shared) {
            ConversationTable.enter(h, member, place.id(), taken);
          }
          return taken;
        });
  }

  /**
   * Goes on with one of the member's conversations at this place; false if it is not theirs, or if
   * the place shares conversations and this is none of its own.
   */
  public boolean select(ConversationId conversation, MemberId member, Place place) {
    String home = arrive(member, place).orElse(null);
    return database.inTransaction(
        h -> {
          boolean fits =
              ConversationTable.isOf(h, conversation, member)
                  && (home == null
                      || ConversationTable.home(h, conversation).filter(home::equals).isPresent());
          if (fits) {
            enter(h, member, place.id(), home, conversation);
          }
          return fits;
        });
  }

  /**
   * Gives it another title, see {@link Titles#clean}.
   *
   * @return false if it is not the member's, or nothing is left of the title
   */
  public boolean rename(ConversationId conversation, MemberId member, String title) {
    String clean = Titles.clean(title);
    return !clean.isEmpty()
        && database.inTransaction(h -> ConversationTable.rename(h, conversation, member, clean));
  }

  /** Its title; empty if nothing was asked in it yet, or it is not the member's. */
  public Optional<String> title(ConversationId conversation, MemberId member) {
    return database
        .read(h -> ConversationTable.title(h, conversation, member))
        .filter(t -> !t.isEmpty());
  }

  /** Deletes it with all that depends on it; false unless the member began it. */
  public boolean delete(ConversationId conversation, MemberId member) {
    List<Runnable> afterwards = new ArrayList<>();
    boolean deleted =
        database.inTransaction(
            h -> {
              if (!ConversationTable.isOwn(h, conversation, member)) {
                return false;
              }
              dependents.forEach(d -> afterwards.add(d.deleting(h, conversation)));
              return ConversationTable.delete(h, conversation, member);
            });
    if (deleted) {
      afterwards.forEach(Runnable::run);
    }
    return deleted;
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    ConversationTable.merge(h, from, to);
    Homes.merge(h, from, to);
    Oversight.merge(h, from, to);
  }
}
