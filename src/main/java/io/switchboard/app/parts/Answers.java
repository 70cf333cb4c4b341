package io.switchboard.app.parts;

import io.switchboard.account.choice.Accounts;
import io.switchboard.answer.AnswerRooms;
import io.switchboard.answer.Answering;
import io.switchboard.answer.naming.NameConversations;
import io.switchboard.answer.whole.AnswerPages;
import io.switchboard.answer.whole.LongAnswers;
import io.switchboard.answer.words.AnswerWords;
import io.switchboard.app.parts.figures.Figures;
import io.switchboard.app.settings.Settings;
import io.switchboard.conversation.style.Summaries;
import io.switchboard.conversation.title.DueTitles;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.openai.OpenAiClient;
import io.switchboard.persona.Personas;
import io.switchboard.queue.Worker;
import io.switchboard.queue.limit.Allowances;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shared account, and the work on what is asked of it. */
public final class Answers {
  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  public final Accounts accounts;
  public final Personas personas;
  public final Worker worker;

  /** Makes titles; empty where none are to be made, or nobody is there who could. */
  public final Optional<NameConversations> naming;

  /** Whether only the demo account answers. */
  public final boolean demo;

  /** Where the pages are, and what is counted. */
  public record Around(Supplier<URI> address, Figures figures) {}

  /** Nothing is worked on yet. */
  public Answers(
      Settings settings,
      InstantSource time,
      Kept kept,
      Chats chats,
      Around around,
      Started started) {
    OpenAiClient client = started.add("account", new OpenAiClient());
    ChooseAccounts chosen = ChooseAccounts.from(settings.accounts, client, time);
    demo = chosen.demo();
    accounts =
        new Accounts(
            around.figures().timed(chosen.accounts()),
            kept.database,
            SharedTime.of(kept.database, time));
    accounts.tell(new TellStaff(chats.staff));
    personas = settings.personas();
    AnswerPages pages =
        new AnswerPages(kept.sharing, kept.ways, () -> around.address().get().toString());
    Answering answering =
        new Answering(
            new AnswerRooms(
                kept.queue,
                kept.conversations,
                new AnswerRooms.Minds(
                    accounts,
                    personas,
                    kept.styles,
                    new Summaries(kept.database, time),
                    new Allowances(kept.database, kept.limits)),
                new AnswerRooms.Speech(
                    chats.outbox,
                    chats.messengers,
                    new AnswerWords(chats.texts, kept.members),
                    new LongAnswers(settings.answers.longest(), pages, chats.outbox),
                    pages)),
            settings.answers,
            settings.attachments);
    List<String> unknown = kept.limits.prices().unknown(accounts.models());
    if (settings.limits.inMoney() && !unknown.isEmpty()) {
      log.warn(
          "no price is known of {}: limits in money do not count it (prices: models:)", unknown);
    }
    kept.queue.upkeep().offered(accounts.models());
    naming =
        settings.conversations.titles() && !demo
            ? Optional.of(
                new NameConversations(
                    new DueTitles(kept.database, time),
                    kept.queue.spare(),
                    accounts,
                    () -> ChooseAccounts.slots(accounts)))
            : Optional.empty();
    worker = new Worker(kept.queue, answering, () -> ChooseAccounts.slots(accounts));
  }
}
