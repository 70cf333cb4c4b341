package io.switchboard.conversation;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.kept.ConversationTable;
import io.switchboard.conversation.kept.ShownTable;
import io.switchboard.conversation.kept.TurnTable;
import io.switchboard.conversation.tree.Branches;
import io.switchboard.conversation.tree.GrowTree;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Merging;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The conversations of all members. Whoever asks is named, and somebody else's id gives nothing.
 */
public final class Conversations implements Merging {
  private final Database database;
  private final InstantSource time;
  private final List<BeforeDeletion> dependents = new CopyOnWriteArrayList<>();

  public Conversations(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /** Says what has to go with a conversation. At wiring. */
  public void beforeDeletion(BeforeDeletion dependent) {
    dependents.add(dependent);
  }

  /** The conversation this member is in at this place; a new one if there is none. */
  public ConversationId current(MemberId member, PlaceId place) {
    Optional<ConversationId> current =
        database.read(h -> ConversationTable.current(h, member, place));
    if (current.isPresent()) {
      return current.get();
    }
    try {
      return database.inTransaction(
          h -> {
            ConversationId conversation = ConversationTable.insert(h, member, now());
            ConversationTable.enterFirst(h, member, place, conversation);
            return conversation;
          });
    } catch (UnableToExecuteStatementException e) {
      // Another event of the same member made one at the same time.
      return database.read(h -> ConversationTable.current(h, member, place)).orElseThrow(() -> e);
    }
  }

  /** Leaves the current one and starts another. */
  public ConversationId startNew(MemberId member, PlaceId place) {
    return database.inTransaction(
        h -> {
          ConversationId conversation = ConversationTable.insert(h, member, now());
          ConversationTable.enter(h, member, place, conversation);
          return conversation;
        });
  }

  /** The member's conversations in which something was asked, the last used one first. */
  public List<ConversationSummary> list(MemberId member) {
    return database.read(h -> ConversationTable.list(h, member));
  }

  /** Goes on with one of the member's conversations at this place; false if it is not theirs. */
  public boolean select(ConversationId conversation, MemberId member, PlaceId place) {
    return database.inTransaction(
        h -> {
          if (!ConversationTable.isOf(h, conversation, member)) {
            return false;
          }
          ConversationTable.enter(h, member, place, conversation);
          return true;
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

  /** Deletes it with all that depends on it; false if it is not the member's. */
  public boolean delete(ConversationId conversation, MemberId member) {
    List<Runnable> afterwards = new ArrayList<>();
    boolean deleted =
        database.inTransaction(
            h -> {
              if (!ConversationTable.isOf(h, conversation, member)) {
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

  /**
   * The turn of a request, made on the first call and the same on every later one. It follows the
   * question's parent, or the conversation's end at the time of the first call; a retry stands
   * beside the turn it retries and asks the same.
   *
   * @param request the request's number
   * @throws ConversationGone if the conversation was deleted meanwhile
   */
  public Turn begin(long request, Question question) {
    Optional<Turn> begun = database.read(h -> TurnTable.ofRequest(h, request));
    if (begun.isPresent()) {
      return begun.get();
    }
    return database.inTransaction(h -> GrowTree.begin(h, request, question, now()));
  }

  /**
   * Keeps the answer as far as it came, and moves the conversation's end to this turn. Nothing
   * happens if the conversation was deleted meanwhile.
   */
  public void answered(TurnId turn, String answer, boolean complete) {
    database.useTransaction(
        h -> {
          if (TurnTable.answered(h, turn, answer, complete)) {
            ConversationTable.moveHead(h, turn);
          }
        });
  }

  /** The turns that lead to this one, oldest first, without it. */
  public List<Turn> before(TurnId turn) {
    return database.read(
        h ->
            TurnTable.conversationOf(h, turn)
                .map(c -> Branches.to(turn, TurnTable.all(h, c)))
                .map(turns -> turns.subList(0, Math.max(turns.size() - 1, 0)))
                .orElse(List.of()));
  }

  /**
   * The turns of the conversation's present path, oldest first; empty for a conversation that is
   * not the member's.
   */
  public List<Turn> path(ConversationId conversation, MemberId member) {
    return database.read(
        h ->
            ConversationTable.head(h, conversation, member)
                .map(head -> Branches.to(head, TurnTable.all(h, conversation)))
                .orElse(List.of()));
  }

  /** All variants of a turn, itself among them, oldest first; empty if it is not the member's. */
  public List<Turn> variants(TurnId turn, MemberId member) {
    return database.read(
        h ->
            TurnTable.ofMember(h, turn, member)
                .map(t -> TurnTable.variants(h, turn))
                .orElse(List.of()));
  }

  /** The files that came with the questions of these turns; turns without any are left out. */
  public Map<TurnId, List<Attachment>> attachments(List<TurnId> turns) {
    return database.read(h -> TurnTable.attachments(h, turns));
  }

  /** Remembers which messages show a turn's answer, in their order; replaces earlier ones. */
  public void shownBy(TurnId turn, List<MessageId> messages) {
    database.useTransaction(h -> ShownTable.shownBy(h, turn, messages));
  }

  /** The turn whose answer a message shows, if it is one of this member's. */
  public Optional<Turn> shownBy(MessageId message, MemberId member) {
    return database.read(h -> TurnTable.shownBy(h, message, member));
  }

  /**
   * The messages that show an answer together with this one, itself among them, in their order;
   * this one alone if nothing is known of it.
   */
  public List<MessageId> shownTogether(MessageId message) {
    List<MessageId> together = database.read(h -> ShownTable.together(h, message));
    return together.isEmpty() ? List.of(message) : together;
  }

  /**
   * Remembers that a turn's answer is shown where another was; it may be shown elsewhere too.
   *
   * @param before the messages that showed the other
   * @param now those that show this one
   */
  public void shownInstead(TurnId turn, List<MessageId> before, List<MessageId> now) {
    database.useTransaction(h -> ShownTable.instead(h, turn, before, now));
  }

  /**
   * Goes on from this turn's answer, or from the last one that followed it: nothing changes for a
   * turn on the present path.
   *
   * @return false if it is not the member's
   */
  public boolean goOnFrom(TurnId turn, MemberId member) {
    return database.inTransaction(
        h -> {
          Optional<ConversationId> conversation =
              TurnTable.conversationOf(h, turn).filter(c -> ConversationTable.isOf(h, c, member));
          conversation.ifPresent(c -> GrowTree.goOnFrom(h, turn, c));
          return conversation.isPresent();
        });
  }

  /** The turn of that number, if it is one of this member's. */
  public Optional<Turn> turn(TurnId turn, MemberId member) {
    return database.read(h -> TurnTable.ofMember(h, turn, member));
  }

  /** The conversation of one of this member's turns. */
  public Optional<ConversationId> conversationOf(TurnId turn, MemberId member) {
    return database.read(
        h -> TurnTable.conversationOf(h, turn).filter(c -> ConversationTable.isOf(h, c, member)));
  }

  /** Rows keep microseconds at best; what is returned before and after reading must be the same. */
  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    ConversationTable.merge(h, from, to);
  }
}
