package io.switchboard.answer;

import io.switchboard.account.choice.Accounts;
import io.switchboard.answer.whole.AnswerPages;
import io.switchboard.answer.whole.LongAnswers;
import io.switchboard.answer.words.AnswerWords;
import io.switchboard.chat.message.Messengers;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.style.Styles;
import io.switchboard.conversation.style.Summaries;
import io.switchboard.pacing.Outbox;
import io.switchboard.persona.Personas;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Allowances;

/** The rooms that answering goes through. */
public record AnswerRooms(
    RequestQueue queue, Conversations conversations, Minds minds, Speech speech) {
  /** Who answers. */
  public record Minds(
      Accounts accounts,
      Personas personas,
      Styles styles,
      Summaries summaries,
      Allowances allowances) {}

  /** How it is said. */
  public record Speech(
      Outbox outbox,
      Messengers messengers,
      AnswerWords words,
      LongAnswers longAnswers,
      AnswerPages pages) {}

  /** Everything goes out by it. */
  Outbox outbox() {
    return speech.outbox();
  }

  /** The platforms that are on. */
  Messengers messengers() {
    return speech.messengers();
  }

  /** In which words. */
  AnswerWords words() {
    return speech.words();
  }

  /** The accounts that answer. */
  Accounts accounts() {
    return minds.accounts();
  }
}
