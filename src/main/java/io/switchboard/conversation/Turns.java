package io.switchboard.conversation;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.conversation.kept.ConversationTable;
import io.switchboard.conversation.kept.ShownTable;
import io.switchboard.conversation.kept.TurnTable;
import io.switchboard.conversation.title.TitleTable;
import io.switchboard.conversation.tree.Branches;
import io.switchboard.conversation.tree.GrowTree;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was asked and answered: the tree of turns in each conversation, and what shows them. */
public abstract sealed class Turns permits Conversations {
  /** Whoever has been answered may ask the next at once: the account is left to that. */
  private static final Duration UNTIL_A_TITLE = Duration.ofSeconds(5);

  final Database database;
  private final InstantSource time;
  private volatile Function<MessageId, Optional<TurnId>> elsewhere = message -> Optional.empty();

  Turns(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * The turn of a request, made on the first call and the same on every later one. It follows the
   * question's parent, or the conversation's end at the time of the first call; a retry stands
   * beside the turn it retries and asks the same.
   *
   * @param request the request's number
   * @throws ConversationGone if the conversation was deleted meanwhile
   */
  public final Turn begin(long request, Question question) {
    return begin(request, question, null);
  }

  /** {@link #begin(long, Question)} by somebody; null for the conversation's owner. */
  public final Turn begin(long request, Question question, @Nullable MemberId author) {
    Optional<Turn> begun = database.read(h -> TurnTable.ofRequest(h, request));
    if (begun.isPresent()) {
      return begun.get();
    }
    return database.inTransaction(
        h -> {
          MemberId by = author == null ? null : Members.now(h, author);
          return GrowTree.begin(h, request, question, by, now());
        });
  }

  /**
   * Keeps the answer as far as it came, and moves the conversation's end to this turn. Nothing
   * happens if the conversation was deleted meanwhile.
   */
  public final void answered(TurnId turn, String answer, boolean complete) {
    database.useTransaction(
        h -> {
          if (TurnTable.answered(h, turn, answer, complete)) {
            ConversationTable.moveHead(h, turn);
            if (complete) {
              TitleTable.answered(h, turn, now().plus(UNTIL_A_TITLE));
            }
          }
        });
  }

  /** The turns that lead to this one, oldest first, without it. */
  public final List<Turn> before(TurnId turn) {
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
  public final List<Turn> path(ConversationId conversation, MemberId member) {
    return database.read(
        h ->
            ConversationTable.head(h, conversation, member)
                .map(head -> Branches.to(head, TurnTable.all(h, conversation)))
                .orElse(List.of()));
  }

  /** All variants of a turn, itself among them, oldest first; empty if it is not the member's. */
  public final List<Turn> variants(TurnId turn, MemberId member) {
    return database.read(
        h ->
            // Whoever asks may have become a part of another while their answer was written.
            TurnTable.ofMember(h, turn, Members.now(h, member))
                .map(t -> TurnTable.variants(h, turn))
                .orElse(List.of()));
  }

  /** The files that came with the questions of these turns; turns without any are left out. */
  public final Map<TurnId, List<Attachment>> attachments(List<TurnId> turns) {
    return database.read(h -> TurnTable.attachments(h, turns));
  }

  /** Remembers which messages show a turn's answer, in their order; replaces earlier ones. */
  public final void shownBy(TurnId turn, List<MessageId> messages) {
    database.useTransaction(h -> ShownTable.shownBy(h, turn, messages));
  }

  /** Whether a message shows an answer, whoever asked. */
  public final boolean shows(MessageId message) {
    return !database.read(h -> ShownTable.together(h, message)).isEmpty()
        || elsewhere.apply(message).isPresent();
  }

  /** The turn whose answer a message shows, if it is one of this member's. */
  public final Optional<Turn> shownBy(MessageId message, MemberId member) {
    return database
        .read(h -> TurnTable.shownBy(h, message, member))
        .or(() -> elsewhere.apply(message).flatMap(turn -> turn(turn, member)));
  }

  /** Says who knows of messages that show an answer in another place. At wiring. */
  public final void shownElsewhere(Function<MessageId, Optional<TurnId>> finder) {
    elsewhere = finder;
  }

  /**
   * The messages that show an answer together with this one, itself among them, in their order;
   * this one alone if nothing is known of it.
   */
  public final List<MessageId> shownTogether(MessageId message) {
    List<MessageId> together = database.read(h -> ShownTable.together(h, message));
    return together.isEmpty() ? List.of(message) : together;
  }

  /**
   * Remembers that a turn's answer is shown where another was; it may be shown elsewhere too.
   *
   * @param before the messages that showed the other
   * @param now those that show this one
   */
  public final void shownInstead(TurnId turn, List<MessageId> before, List<MessageId> now) {
    database.useTransaction(h -> ShownTable.instead(h, turn, before, now));
  }

  /**
   * Goes on from this turn's answer, or from the last one that followed it: nothing changes for a
   * turn on the present path.
   *
   * @return false if it is not the member's
   */
  public final boolean goOnFrom(TurnId turn, MemberId member) {
    return database.inTransaction(
        h -> {
          Optional<ConversationId> conversation =
              TurnTable.conversationOf(h, turn).filter(c -> ConversationTable.isOf(h, c, member));
          conversation.ifPresent(c -> GrowTree.goOnFrom(h, turn, c));
          return conversation.isPresent();
        });
  }

  /** The turn of that number, if it is one of this member's. */
  public final Optional<Turn> turn(TurnId turn, MemberId member) {
    return database.read(h -> TurnTable.ofMember(h, turn, member));
  }

  /** The conversation of one of this member's turns. */
  public final Optional<ConversationId> conversationOf(TurnId turn, MemberId member) {
    return database.read(
        h -> TurnTable.conversationOf(h, turn).filter(c -> ConversationTable.isOf(h, c, member)));
  }

  /** The newest question that a message of this member's asked. */
  public final Optional<TurnTable.AskedBy> askedBy(MessageId message, MemberId author) {
    return database.read(h -> TurnTable.askedBy(h, message, author));
  }

  /**
   * Who asked what in a conversation that several write in; empty for a member's own, where nobody
   * need be named.
   */
  public final Map<TurnId, MemberId> authors(TurnId turn) {
    return database.read(
        h ->
            TurnTable.conversationOf(h, turn)
                .filter(c -> ConversationTable.home(h, c).isPresent())
                .map(c -> TurnTable.authors(h, c))
                .orElse(Map.of()));
  }

  /** Rows keep microseconds at best; what is returned before and after reading must be the same. */
  final Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
