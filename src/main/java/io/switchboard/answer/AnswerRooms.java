package io.switchboard.answer;

import io.switchboard.account.choice.Accounts;
import io.switchboard.answer.words.AnswerWords;
import io.switchboard.chat.message.Messengers;
import io.switchboard.conversation.Conversations;
import io.switchboard.pacing.Outbox;
import io.switchboard.queue.RequestQueue;

/** The rooms that answering goes through. */
public record AnswerRooms(
    RequestQueue queue,
    Conversations conversations,
    Accounts accounts,
    Outbox outbox,
    Messengers messengers,
    AnswerWords words) {}
