package io.switchboard.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.choice.Accounts;
import io.switchboard.alarm.SteppedTime;
import io.switchboard.answer.whole.AnswerPages;
import io.switchboard.answer.whole.LongAnswers;
import io.switchboard.answer.words.AnswerWords;
import io.switchboard.attachment.AttachmentSettings;
import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.message.Messengers;
import io.switchboard.config.Secret;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.style.Styles;
import io.switchboard.conversation.style.Summaries;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.openai.OpenAiAccount;
import io.switchboard.openai.OpenAiClient;
import io.switchboard.openai.OpenAiSettings;
import io.switchboard.openai.Patience;
import io.switchboard.pacing.Outbox;
import io.switchboard.persona.Persona;
import io.switchboard.persona.Personas;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Allowances;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.way.Ways;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers with real rooms behind them, between a fake account and a platform in memory. */
final class Booth implements AutoCloseable {
  final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  final Wall wall = new Wall();
  final FakeOpenAi openAi = FakeOpenAi.start();
  final Database database = TestDatabases.h2();
  final Members members = new Members(database, time);
  final Styles styles = new Styles(database);
  final Conversations conversations = new Conversations(database, time);
  private final Sharing sharing =
      new Sharing(database, time, ShareSettings.DEFAULTS, LinkKey.random(), time, conversations);
  final RequestQueue queue =
      new RequestQueue(database, time, "here", new Limits(database, time, LimitSettings.DEFAULTS));
  final MemberId alice =
      members
          .recognize(
              new Person(new PersonId("wall:alice"), "Alice", null, Locale.ENGLISH, Set.of()))
          .id();
  final ConversationId conversation = conversations.current(alice, Wall.PLACE);

  /** How long accounts would have been waited for. */
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  final Answering answering;
  private final Function<RequestQueue, Answering> processes;
  private final OpenAiClient client = new OpenAiClient();
  private int asked;
  private RequestId waiting;

  Booth() {
    this(new AnswerSettings("Be brief.", 2000, 0));
  }

  Booth(AnswerSettings settings) {
    OpenAiAccount account =
        new OpenAiAccount(
            new OpenAiSettings(
                "main",
                openAi.baseUrl(),
                Secret.of(FakeOpenAi.KEY),
                "gpt-5-mini",
                4,
                new Patience(Duration.ofSeconds(15), Duration.ofSeconds(10))),
            client,
            time);
    Messengers messengers = new Messengers(List.of(wall));
    Outbox outbox = new Outbox(messengers);
    AnswerPages pages =
        new AnswerPages(sharing, new Ways(database, settings.given().as()), () -> "http://here");
    processes =
        line ->
            new Answering(
                new AnswerRooms(
                    line,
                    conversations,
                    new AnswerRooms.Minds(
                        new Accounts(List.of(account), database, h -> time.instant()),
                        new Personas(
                            List.of(new Persona("pirate", "Pirate", "", "Talk like a pirate."))),
                        styles,
                        new Summaries(database, time),
                        new Allowances(
                            database, new Limits(database, time, LimitSettings.DEFAULTS))),
                    new AnswerRooms.Speech(
                        outbox,
                        messengers,
                        new AnswerWords(new Texts(), members),
                        new LongAnswers(settings.longest(), pages, outbox),
                        pages)),
                settings,
                new AttachmentSettings(4, 100_000, 60_000),
                pause -> {
                  waits.add(pause);
                  return Duration.ZERO;
                });
    answering = processes.apply(queue);
  }

  /** Another process takes over what this one has to answer, and brings it to its end. */
  void overtake() {
    time.step(Duration.ofSeconds(11));
    RequestQueue there =
        new RequestQueue(
            database, time, "there", new Limits(database, time, LimitSettings.DEFAULTS));
    assertThat(there.upkeep().recover()).isEqualTo(1);
    processes.apply(there).run(there.claim("main", 4).orElseThrow());
  }

  /** Asks and claims. */
  Claimed ask(String question) {
    return submit(question, null, List.of());
  }

  /** Asks for another variant and claims. */
  Claimed again(TurnId turn) {
    return submit("", turn, List.of());
  }

  private Claimed submit(String question, @Nullable TurnId retry, List<Attachment> files) {
    Place place = new Place(Wall.PLACE, Place.Kind.PRIVATE, "", List.of());
    Admission admission =
        queue.submit(
            new Submission(
                "wall:event/" + ++asked,
                new Asker(alice, Set.of(), place),
                Destination.in(Wall.PLACE),
                "conversation:" + conversation,
                new Submission.Size(question.length(), 100),
                new Question(conversation, null, retry, question, files).encode()));
    assertThat(admission).isInstanceOf(Admission.Queued.class);
    return claim();
  }

  /** Somebody else waits. */
  void line(int number) {
    Place place = new Place(Wall.PLACE, Place.Kind.PRIVATE, "", List.of());
    Admission admission =
        queue.submit(
            new Submission(
                "wall:other/" + number,
                new Asker(new MemberId(999), Set.of(), place),
                Destination.in(Wall.PLACE),
                "conversation:other",
                new Submission.Size(1, 1),
                "{}"));
    waiting = ((Admission.Queued) admission).id();
  }

  /** They do not wait any more. */
  void takeBack() {
    assertThat(queue.stop(waiting, new MemberId(999))).isEqualTo(RequestQueue.Stop.CANCELLED);
  }

  Claimed claim() {
    return queue.claim("main", 4).orElseThrow();
  }

  /** Asks and runs to the end. */
  Claimed answer(String question) {
    Claimed request = ask(question);
    answering.run(request);
    return request;
  }

  /** Asks with files and runs to the end. */
  Claimed answer(String question, Attachment... files) {
    Claimed request = submit(question, null, List.of(files));
    answering.run(request);
    return request;
  }

  Turn lastTurn() {
    return conversations.path(conversation, alice).getLast();
  }

  boolean isOpen(RequestId request) {
    return queue.of(alice).open(Wall.PLACE).contains(request);
  }

  /** The messages' texts of the last prompt, with their roles. */
  List<String> lastPrompt() {
    return openAi
        .generations()
        .getLast()
        .request()
        .path("messages")
        .valueStream()
        .map(m -> m.path("role").asText() + ": " + m.path("content").asText())
        .toList();
  }

  /** In tokens, for the fairness of the queue. */
  long charged(RequestId request) {
    return database.read(
        h ->
            h.createQuery("select charged from request where id = ?")
                .bind(0, request.value())
                .mapTo(long.class)
                .one());
  }

  @Override
  public void close() {
    client.close();
    openAi.close();
    database.close();
  }
}
