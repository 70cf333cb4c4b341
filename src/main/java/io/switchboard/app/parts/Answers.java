package io.switchboard.app.parts;

import io.switchboard.account.Accounts;
import io.switchboard.answer.AnswerRooms;
import io.switchboard.answer.Answering;
import io.switchboard.answer.words.AnswerWords;
import io.switchboard.openai.OpenAiClient;
import io.switchboard.queue.Worker;
import java.time.InstantSource;

/** The shared account, and the work on what is asked of it. */
public final class Answers {
  public final Accounts accounts;
  public final Worker worker;

  /** Whether only the demo account answers. */
  public final boolean demo;

  /** Nothing is worked on yet. */
  public Answers(Settings settings, InstantSource time, Kept kept, Chats chats, Started started) {
    OpenAiClient client = started.add("account", new OpenAiClient());
    ChooseAccounts chosen = ChooseAccounts.from(settings.accounts, client, time);
    demo = chosen.demo();
    accounts = new Accounts(chosen.accounts(), time);
    Answering answering =
        new Answering(
            new AnswerRooms(
                kept.queue,
                kept.conversations,
                accounts,
                chats.outbox,
                chats.messengers,
                new AnswerWords(chats.texts, kept.members)),
            settings.answers,
            settings.attachments);
    worker =
        new Worker(
            kept.queue,
            answering,
            accounts.all().stream()
                .map(account -> new Worker.Slots(account.name(), account.concurrency()))
                .toList());
  }
}
