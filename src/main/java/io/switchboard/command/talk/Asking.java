package io.switchboard.command.talk;

import io.switchboard.attachment.CheckClaims;
import io.switchboard.attachment.Objection;
import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.command.style.WhoAnswers;
import io.switchboard.command.talk.told.SayAdmission;
import io.switchboard.command.talk.told.SayObjection;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.TalkCommand;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.markup.Document;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.LimitReached;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question goes into the queue. */
final class Asking {
  /** What is expected of an answer until its true size is known. */
  private static final int ANSWER_TOKENS = 500;

  private static final int CHARACTERS_A_TOKEN = 3;

  private final Conversations conversations;
  private final RequestQueue queue;
  private final RoomForOneMore room;
  private final SayAdmission admissions;
  private final CheckClaims files;
  private final WhoAnswers who;

  Asking(
      Conversations conversations,
      RequestQueue queue,
      RoomForOneMore room,
      CheckClaims files,
      WhoAnswers who) {
    this.files = files;
    this.who = who;
    this.conversations = conversations;
    this.queue = queue;
    this.room = room;
    this.admissions = new SayAdmission(queue, room.words());
  }

  /**
   * Asks. A reply to an older answer of the asker's goes on from there.
   *
   * @throws RuntimeException if it could not be stored
   */
  List<Effect> ask(Visit visit, TalkCommand.Ask ask) {
    String text = ask.text();
    List<Attachment> attachments = ask.attachments();
    MessageId repliesTo = ask.repliesTo();
    if (text.isBlank() && attachments.isEmpty()) {
      return List.of(Effect.ask(visit, visit.words().say("ask.empty"), "ask"));
    }
    Optional<Objection> objection = files.objection(attachments);
    if (objection.isPresent()) {
      return List.of(Effect.tell(SayObjection.of(visit.words(), objection.get())));
    }
    conversations.arrive(visit.id(), visit.place());
    Optional<Turn> older =
        repliesTo == null
            ? Optional.empty()
            : conversations.shownBy(repliesTo, visit.id()).filter(t -> !t.answer().isEmpty());
    Optional<ConversationId> there =
        older.flatMap(turn -> conversations.conversationOf(turn.id(), visit.id()));
    ConversationId conversation =
        there.orElseGet(() -> conversations.current(visit.id(), visit.place()));
    TurnId parent = there.flatMap(c -> older).map(Turn::id).orElse(null);
    return submit(
        visit, new Question(conversation, parent, null, null, text, attachments, ask.askedBy()));
  }

  /** Asks for another variant of the answer that a message shows, or else of the last one here. */
  List<Effect> again(Visit visit, @Nullable MessageId shownBy) {
    conversations.arrive(visit.id(), visit.place());
    Optional<Turn> turn =
        shownBy == null
            ? conversations
                .path(conversations.current(visit.id(), visit.place()), visit.id())
                .reversed()
                .stream()
                .findFirst()
            : conversations.shownBy(shownBy, visit.id());
    return turn.map(t -> again(visit, t))
        .orElseGet(() -> List.of(Effect.tell(visit.words().say("ask.nothing-to-retry"))));
  }

  /** Asks for another variant of this turn's answer. */
  List<Effect> again(Visit visit, TurnId turn) {
    conversations.arrive(visit.id(), visit.place());
    return conversations
        .turn(turn, visit.id())
        .map(t -> again(visit, t))
        .orElseGet(() -> List.of(Effect.tell(visit.words().say("desk.not-yours"))));
  }

  private List<Effect> again(Visit visit, Turn turn) {
    ConversationId conversation = conversations.conversationOf(turn.id(), visit.id()).orElseThrow();
    return submit(
        visit,
        new Question(
            conversation,
            turn.parent(),
            turn.id(),
            turn.question(),
            conversations.attachments(List.of(turn.id())).getOrDefault(turn.id(), List.of())));
  }

  /** Submits what is asked, if there is room for it. */
  List<Effect> submit(Visit visit, Question question) {
    Optional<Document> full = room.refusal(visit, question.conversation());
    if (full.isPresent()) {
      return List.of(Effect.tell(full.get()));
    }
    int characters = question.text().codePointCount(0, question.text().length());
    int tokens = characters / CHARACTERS_A_TOKEN + files.tokens(question.attachments());
    int sounds = question.retry() == null ? files.sounds(question.attachments()) : 0;
    Optional<LimitReached> silenced = who.takeVoice(visit, sounds);
    if (silenced.isPresent()) {
      return admissions.say(visit, new Admission.OverLimit(silenced.get()));
    }
    Submission submission =
        new Submission(
            visit.origin().key(),
            visit.asker(),
            visit.origin().replyTo(),
            RoomForOneMore.lane(question.conversation()),
            who.model(visit, question.conversation()),
            new Submission.Size(characters, tokens, ANSWER_TOKENS, question.attachments().size()),
            question.encode());
    Admission admission = queue.submit(submission);
    if (sounds > 0 && !admission.taken()) {
      who.giveVoiceBack(visit);
    }
    return admissions.say(visit, admission);
  }
}
