package io.switchboard.answer;

import io.switchboard.account.Failure;
import io.switchboard.account.TokenUse;
import io.switchboard.answer.aside.Aside;
import io.switchboard.answer.growing.Growing;
import io.switchboard.answer.growing.GrowingText;
import io.switchboard.answer.paged.FillPage;
import io.switchboard.answer.paged.OnPage;
import io.switchboard.answer.shown.ShownAnswer;
import io.switchboard.answer.shown.Visible;
import io.switchboard.answer.words.Voice;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.style.TurnUse;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one answer into its place: first as it grows, then for good. */
final class Delivering {
  private static final Logger log = LoggerFactory.getLogger(Delivering.class);
  private static final long TRY_AGAIN_SECONDS = 30;

  private final AnswerRooms rooms;
  private final Claimed request;
  private final Turn turn;
  private final ShownAnswer shown;
  private final Voice voice;
  private final OnPage page;

  Delivering(AnswerRooms rooms, Claimed request, Turn turn, ShownAnswer shown, OnPage page) {
    this.page = page;
    this.rooms = rooms;
    this.request = request;
    this.turn = turn;
    this.shown = shown;
    this.voice = rooms.words().to(request.asker().member());
  }

  /** Shows the text as it grows. */
  Growing start(GrowingText text) {
    page.begin(rooms.outbox());
    return new Growing(request, text, shown, rooms.outbox(), voice, this::inChat);
  }

  /** Shows it on its page as well, if it has one. */
  FillPage fill(GrowingText text) {
    return new FillPage(page, text);
  }

  /** What is said in the reader's language. */
  Voice voice() {
    return voice;
  }

  /**
   * The answer is whole: it is kept, paid for, and shown.
   *
   * @param model which gave it
   * @param afterwards what else the account is used for, while it is this request's; what it used
   */
  void whole(
      String text,
      TokenUse use,
      String model,
      @Nullable Document aside,
      Supplier<TokenUse> afterwards)
      throws InterruptedException {
    shown.demandOurs();
    rooms.conversations().answered(turn.id(), text, true);
    // The text is safe, so nobody has to wait for the accounts to be settled before they see it.
    FutureTask<Void> paying =
        new FutureTask<>(
            () -> {
              rooms.minds().styles().used(turn.id(), new TurnUse(use.in(), use.out(), model));
              TokenUse more = afterwards.get();
              rooms
                  .queue()
                  .answered(
                      request.id(),
                      used(
                          new TokenUse(
                              use.in() + more.in(),
                              use.cachedIn() + more.cachedIn(),
                              use.out() + more.out(),
                              use.counted())));
            },
            null);
    Aside.start("settling-" + request.id(), paying);
    settleWhole(text, aside);
    try {
      paying.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the answer was shown, but not settled", e.getCause());
    }
    rooms.queue().finish(request.id(), new Ending.Answered(used(use)));
  }

  /**
   * The answer was whole before this process took it over.
   *
   * @param use about what it used; counts only if the process before came to nothing after keeping
   *     the text
   */
  void again(TokenUse use) throws InterruptedException {
    settleWhole(turn.answer(), null);
    rooms.queue().finish(request.id(), new Ending.Answered(used(use)));
  }

  /** Names the model, by which money is counted. */
  private Use used(TokenUse use) {
    String chosen = request.by().model();
    String model =
        chosen != null
            ? chosen
            : rooms
                .accounts()
                .named(request.account())
                .map(account -> account.terms().model())
                .orElse(null);
    return new Use(model, use.in(), use.cachedIn(), use.out());
  }

  /** There is no whole answer and none will come: what there is stays, and costs nothing. */
  void failed(String text, Failure failure) throws InterruptedException {
    failed(text, failure, voice.failure(failure.kind()));
  }

  /** The same, told in these words. */
  void failed(String text, Failure failure, Document told) throws InterruptedException {
    shown.demandOurs();
    rooms.conversations().answered(turn.id(), text, false);
    page.finish();
    Document said = inChat(voice.named(Markdown.parse(text)));
    settle(document(said, told), voice.failed(turn.id()));
    rooms.queue().finish(request.id(), new Ending.Failed(failure.kind() + ": " + failure.detail()));
  }

  /** Only an answer that was asked for again has others beside it; the rest needs no look. */
  private List<TurnId> variants() {
    if (Question.decode(request.payload()).retry() == null) {
      return List.of(turn.id());
    }
    return rooms.conversations().variants(turn.id(), request.asker().member()).stream()
        .filter(variant -> !variant.answer().isEmpty())
        .map(Turn::id)
        .toList();
  }

  private boolean spoken() {
    return rooms.accounts().all().stream().anyMatch(account -> account.speaks().isPresent());
  }

  private Document inChat(Document said) {
    return page.inChat(said).orElseGet(() -> rooms.speech().longAnswers().inChat(said, voice));
  }

  private void settleWhole(String text, @Nullable Document aside) throws InterruptedException {
    List<List<Button>> buttons = voice.whole(turn.id(), variants(), spoken());
    page.finish();
    Document said = voice.named(Markdown.parse(text));
    settle(document(inChat(said), aside), buttons);
    if (!page.instead() && rooms.speech().longAnswers().tooLong(said)) {
      Turn now =
          rooms.conversations().begin(request.id().value(), Question.decode(request.payload()));
      if (!rooms.speech().longAnswers().tell(request, now, voice)) {
        settle(document(said, aside), buttons);
      }
    }
  }

  private Document document(Document said, @Nullable Document beside) {
    Document aside = beside == null || beside.blocks().isEmpty() ? null : beside;
    if (!Visible.in(said)) {
      return aside == null ? voice.nothing() : aside;
    }
    if (aside == null && !Visible.in(said.withoutReasoning())) {
      return said.and(voice.nothing());
    }
    return aside == null ? said : said.and(aside);
  }

  /** Shows it, however long the platform makes us wait. */
  private void settle(Document whole, List<List<Button>> buttons) throws InterruptedException {
    Delivery delivery = shown.settle(whole, buttons);
    while (delivery instanceof Delivery.Failed(String why, _)) {
      log.warn("the answer to request {} cannot be shown yet: {}", request.id(), why);
      TimeUnit.SECONDS.sleep(TRY_AGAIN_SECONDS);
      delivery = shown.settle(whole, buttons);
    }
    if (delivery instanceof Delivery.Gone(String why)) {
      log.warn("the answer to request {} has no place any more: {}", request.id(), why);
    }
    shown.demandOurs();
    rooms.conversations().shownBy(turn.id(), shown.messages());
    if (delivery instanceof Delivery.Delivered(MessageId last)) {
      page.shownBy(last);
    }
  }
}
