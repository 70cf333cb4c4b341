package io.switchboard.command.talk;

import io.switchboard.chat.Attachment;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.TalkCommand;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.kept.TurnTable;
import io.switchboard.conversation.wish.PictureWish;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.request.RequestId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question was edited. One that still waits is asked as it reads now, at its place in the line;
 * one that was answered, or is being answered, is asked again, and the new answer stands beside the
 * old one, which a reply to it still goes on from.
 */
final class AskEdited {
  /** What people paste in several messages is one question, of which they can edit only a part. */
  private static final int ONE_MESSAGE = 4000;

  private final Conversations conversations;
  private final RequestQueue queue;
  private final Limits limits;
  private final Asking asking;

  AskEdited(Conversations conversations, RequestQueue queue, Limits limits, Asking asking) {
    this.conversations = conversations;
    this.queue = queue;
    this.limits = limits;
    this.asking = asking;
  }

  /**
   * Asks what the message says now.
   *
   * @throws RuntimeException if it could not be stored
   */
  List<Effect> ask(Visit visit, TalkCommand.AskEdited edited) {
    if (edited.text().isBlank() && edited.attachments().isEmpty()) {
      return List.of();
    }
    Optional<TurnTable.AskedBy> before = conversations.askedBy(edited.askedBy(), visit.id());
    if (before.isPresent()) {
      return again(visit, edited, before.get());
    }
    int characters = edited.text().codePointCount(0, edited.text().length());
    Integer allowed = limits.promptLength(visit.asker());
    boolean reworded =
        queue.of(visit.id()).reword(visit.placeId(), payload -> reworded(payload, edited, allowed));
    return reworded || allowed == null || characters <= allowed
        ? List.of()
        : List.of(Effect.tell(visit.words().say("ask.too-long", characters, allowed)));
  }

  private static Optional<String> reworded(
      String payload, TalkCommand.AskEdited edited, @Nullable Integer allowed) {
    if (PictureWish.decode(payload).isPresent()) {
      return Optional.empty();
    }
    Question waiting = Question.decode(payload);
    int characters = edited.text().codePointCount(0, edited.text().length());
    boolean fits = allowed == null || characters <= allowed;
    return edited.askedBy().equals(waiting.askedBy()) && fits && isWhole(edited, waiting.text())
        ? Optional.of(
            waiting.reworded(edited.text(), files(edited, waiting.attachments())).encode())
        : Optional.empty();
  }

  private List<Effect> again(Visit visit, TalkCommand.AskEdited edited, TurnTable.AskedBy before) {
    Turn turn = before.turn();
    if (edited.text().equals(turn.question()) || !isWhole(edited, turn.question())) {
      return List.of();
    }
    List<Attachment> files =
        files(
            edited,
            conversations.attachments(List.of(turn.id())).getOrDefault(turn.id(), List.of()));
    queue.stop(new RequestId(before.request()), visit.id());
    return conversations
        .conversationOf(turn.id(), visit.id())
        .map(
            c ->
                asking.submit(
                    visit,
                    new Question(c, null, null, turn.id(), edited.text(), files, edited.askedBy())))
        .orElse(List.of());
  }

  private static boolean isWhole(TalkCommand.AskEdited edited, String before) {
    return before.length() < ONE_MESSAGE || edited.text().length() >= ONE_MESSAGE;
  }

  /** Of an album, only the message with the words is told of. */
  private static List<Attachment> files(TalkCommand.AskEdited edited, List<Attachment> before) {
    return before.size() > edited.attachments().size() ? before : edited.attachments();
  }
}
