package io.switchboard.answer;

import io.switchboard.account.choice.Accounts;
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
    RequestQueue queue,
    Conversations conversations,
    Minds minds,
    Outbox outbox,
    Messengers messengers,
    AnswerWords words) {
  /** Who answers. */
  public record Minds(
      Accounts accounts,
      Personas personas,
      Styles styles,
      Summaries summaries,
      Allowances allowances) {}

  /** The accounts that answer. */
  Accounts accounts() {
    return minds.accounts();
  }
}
