package io.switchboard.answer;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.Piece;
import io.switchboard.account.TokenCount;
import io.switchboard.account.TokenUse;
import io.switchboard.answer.asking.AskAccount.Outcome;
import io.switchboard.answer.asking.AskPatiently;
import io.switchboard.answer.asking.StopSwitch;
import io.switchboard.answer.enclosed.Enclosures;
import io.switchboard.answer.growing.Growing;
import io.switchboard.answer.growing.GrowingText;
import io.switchboard.answer.heard.HearQuestion;
import io.switchboard.answer.made.DrawPicture;
import io.switchboard.answer.made.MakeAndShow;
import io.switchboard.answer.made.ReadAloud;
import io.switchboard.answer.paged.FillPage;
import io.switchboard.answer.paged.OnPage;
import io.switchboard.answer.prompt.BuildPrompt;
import io.switchboard.answer.prompt.Summarise;
import io.switchboard.answer.prompt.Window;
import io.switchboard.answer.shown.Overtaken;
import io.switchboard.answer.shown.ShownAnswer;
import io.switchboard.answer.words.Voice;
import io.switchboard.attachment.AttachmentSettings;
import io.switchboard.attachment.OpenAttachments;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Messenger;
import io.switchboard.conversation.ConversationGone;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.wish.PictureWish;
import io.switchboard.conversation.wish.SpokenWish;
import io.switchboard.markup.Document;
import io.switchboard.persona.Persona;
import io.switchboard.queue.RequestRunner;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a claimed request into a delivered answer. See the package's description for what is stored
 * when.
 */
public final class Answering implements RequestRunner {
  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  private final AnswerRooms rooms;
  private final BuildPrompt prompts;
  private final AskPatiently asking;
  private static final Document NOTHING = new Document(List.of());

  private final OpenAttachments files;
  private final AnswerSettings settings;
  private final MakeSummary summaries;
  private final HearQuestion hearing;
  private final DrawPicture drawing;
  private final ReadAloud reading;

  public Answering(AnswerRooms rooms, AnswerSettings settings, AttachmentSettings attachments) {
    this(rooms, settings, attachments, UnaryOperator.identity());
  }

  /**
   * One for tests.
   *
   * @param waits how long to wait in truth before an account is asked again
   */
  Answering(
      AnswerRooms rooms,
      AnswerSettings settings,
      AttachmentSettings attachments,
      UnaryOperator<Duration> waits) {
    this.files = new OpenAttachments(rooms.messengers(), attachments);
    this.rooms = rooms;
    this.settings = settings;
    this.prompts =
        new BuildPrompt(
            rooms.conversations(),
            rooms.words()::name,
            settings,
            rooms.minds().summaries(),
            this::persona);
    this.summaries =
        new MakeSummary(
            rooms.queue(),
            prompts,
            new Summarise(rooms.conversations(), rooms.minds().summaries(), settings));
    MakeAndShow making =
        new MakeAndShow(
            rooms.accounts(), rooms.queue(), rooms.outbox(), rooms.minds().allowances(), waits);
    this.drawing = new DrawPicture(rooms.accounts(), making);
    this.reading = new ReadAloud(rooms.accounts(), rooms.conversations(), making);
    this.hearing =
        new HearQuestion(rooms.accounts(), rooms.queue(), files, rooms.minds().styles(), waits);
    this.asking = new AskPatiently(rooms.accounts(), prompts, rooms.queue(), waits);
  }

  @Override
  public void run(Claimed request) {
    Messenger messenger = rooms.messengers().of(request.replyTo().place().platform()).orElse(null);
    if (messenger == null) {
      rooms.queue().finish(request.id(), new Ending.Failed("its platform is switched off"));
      return;
    }
    try {
      Optional<PictureWish> picture = PictureWish.decode(request.payload());
      if (picture.isPresent()) {
        drawing.run(request, picture.get(), rooms.words().to(request.asker().member()));
        return;
      }
      Optional<SpokenWish> spoken = SpokenWish.decode(request.payload());
      if (spoken.isPresent()) {
        reading.run(request, spoken.get(), rooms.words().to(request.asker().member()));
        return;
      }
      Turn turn =
          rooms
              .conversations()
              .begin(
                  request.id().value(),
                  Question.decode(request.payload()),
                  request.asker().member());
      ShownAnswer shown = shown(request, messenger);
      OnPage page = onPage(request, turn);
      Delivering delivering = new Delivering(rooms, request, turn, shown, page);
      if (turn.complete()) {
        delivering.again(usedBefore(turn));
      } else {
        answer(request, turn, delivering);
      }
    } catch (ConversationGone deleted) {
      log.info("request {} has no conversation any more", request.id());
      rooms.queue().finish(request.id(), new Ending.Failed("its conversation was deleted"));
    } catch (Overtaken elsewhere) {
      log.info("{}; what this one had of it is left", elsewhere.getMessage());
    } catch (InterruptedException stopping) {
      log.info("request {} is handed on: this process stops", request.id());
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void gaveUp(Claimed request) {
    rooms
        .messengers()
        .of(request.replyTo().place().platform())
        .ifPresent(messenger -> tellBreakdown(request, messenger));
  }

  private void tellBreakdown(Claimed request, Messenger messenger) {
    Voice voice = rooms.words().to(request.asker().member());
    List<List<Button>> buttons = List.of();
    try {
      Question question = Question.decode(request.payload());
      Turn turn =
          rooms.conversations().begin(request.id().value(), question, request.asker().member());
      buttons = voice.failed(turn.id());
      onPage(request, turn).finish();
    } catch (RuntimeException | Error e) {
      log.warn("request {} cannot be tried again by a button", request.id(), e);
    }
    shown(request, messenger).settle(voice.brokenDown(), buttons);
  }

  private ShownAnswer shown(Claimed request, Messenger messenger) {
    return new ShownAnswer(
        request, rooms.queue(), rooms.outbox(), messenger, rooms.conversations()::shows);
  }

  private OnPage onPage(Claimed request, Turn turn) {
    Voice voice = rooms.words().to(request.asker().member());
    return new OnPage(rooms.speech().pages(), settings.given().linkFrom(), request, turn, voice);
  }

  private void answer(Claimed request, Turn asked, Delivering delivering)
      throws InterruptedException {
    GrowingText text = new GrowingText();
    StopSwitch stop = new StopSwitch();
    Voice voice = delivering.voice();
    Account account = rooms.accounts().named(request.account()).orElseThrow();
    HearQuestion.Heard heard =
        hearing.hear(
            request,
            asked,
            rooms
                .conversations()
                .attachments(List.of(asked.id()))
                .getOrDefault(asked.id(), List.of()),
            account);
    if (heard instanceof HearQuestion.Heard.Not(Failure failure)) {
      delivering.failed("", failure);
      return;
    }
    HearQuestion.Heard.Question question = (HearQuestion.Heard.Question) heard;
    Turn turn = question.turn();
    Enclosures enclosures = enclosures(turn);
    String chosen = request.by().model();
    String model = chosen == null ? account.terms().model() : chosen;
    Outcome outcome;
    rooms.queue().onStop(request.id(), stop::throwIt);
    try (Growing growing = delivering.start(text);
        FillPage _ = delivering.fill(text)) {
      outcome =
          asking.ask(
              account,
              new AskPatiently.Asked(request, turn, enclosures),
              text,
              stop,
              () -> growing.sayInstead(voice.waiting()));
    }
    Document about =
        voice.heard(question.text()).and(voice.about(enclosures.given(turn), enclosures.blind()));
    switch (outcome) {
      case Outcome.Elsewhere _ -> rooms.queue().putBack(request.id(), Instant.EPOCH);
      case Outcome.Whole(TokenUse use, Piece.By by) ->
          delivering.whole(
              text.soFar(),
              use,
              model,
              about.and(voice.endedBy(by)).and(cost(voice, use, model)),
              () -> summaries.make(request, turn.id(), account, model));
      case Outcome.Broken(Failure failure) when failure.kind() == Failure.Kind.STOPPED ->
          delivering.whole(
              text.written(),
              estimate(turn, enclosures, model, text.written()),
              model,
              about.and(voice.stopped()),
              () -> MakeSummary.NOTHING);
      case Outcome.TooLong(Failure failure) ->
          delivering.failed(text.written(), failure, voice.questionTooLong());
      case Outcome.Broken(Failure failure) -> delivering.failed(text.written(), failure);
    }
  }

  private Enclosures enclosures(Turn turn) {
    Stream<Turn> turns =
        Stream.concat(rooms.conversations().before(turn.id()).stream(), Stream.of(turn));
    return new Enclosures(files, rooms.conversations().attachments(turns.map(Turn::id).toList()));
  }

  /** What the model is told of whom to be; nothing if that was not chosen, or is gone. */
  private String persona(TurnId turn) {
    String name = rooms.minds().styles().of(turn).persona();
    return name == null ? "" : rooms.minds().personas().named(name).map(Persona::text).orElse("");
  }

  private Document cost(Voice voice, TokenUse use, String model) {
    return settings.showCost() ? voice.cost(use.in(), use.out(), model) : NOTHING;
  }

  /** What a whole answer used; about its own text where a crash kept that from being stored. */
  private TokenUse usedBefore(Turn turn) {
    return rooms
        .minds()
        .styles()
        .use(turn.id())
        .map(use -> new TokenUse(use.in(), use.out(), false))
        .orElseGet(
            () ->
                new TokenUse(
                    TokenCount.estimate(turn.question()),
                    TokenCount.estimate(turn.answer()),
                    false));
  }

  /** A server that is cut off does not say what it counted. */
  private TokenUse estimate(Turn turn, Enclosures enclosures, String model, String text)
      throws InterruptedException {
    Window all = new Window(model, settings.contextTokens());
    long in = prompts.cost(prompts.of(turn, enclosures, all));
    return new TokenUse(in, TokenCount.estimate(text), false);
  }
}
