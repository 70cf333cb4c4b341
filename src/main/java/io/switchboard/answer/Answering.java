package io.switchboard.answer;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.TokenCount;
import io.switchboard.account.TokenUse;
import io.switchboard.answer.AskAccount.Outcome;
import io.switchboard.chat.Messenger;
import io.switchboard.conversation.ConversationGone;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.member.MemberId;
import io.switchboard.queue.Claimed;
import io.switchboard.queue.Ending;
import io.switchboard.queue.RequestRunner;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a claimed request into a delivered answer. See the package's description for what is stored
 * when.
 */
public final class Answering implements RequestRunner {
  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  /** A wait that a person would notice is told. */
  private static final Duration NOTICEABLE = Duration.ofSeconds(3);

  private final AnswerRooms rooms;
  private final BuildPrompt prompts;

  public Answering(AnswerRooms rooms, AnswerSettings settings) {
    this.rooms = rooms;
    this.prompts = new BuildPrompt(rooms.conversations(), settings, TokenCount::estimate);
  }

  @Override
  public void run(Claimed request) {
    Messenger messenger = rooms.messengers().of(request.replyTo().place().platform()).orElse(null);
    if (messenger == null) {
      rooms.queue().finish(request.id(), new Ending.Failed("its platform is switched off"));
      return;
    }
    try {
      Turn turn =
          rooms.conversations().begin(request.id().value(), Question.decode(request.payload()));
      ShownAnswer shown = new ShownAnswer(request, rooms.queue(), rooms.outbox(), messenger);
      Delivering delivering = new Delivering(rooms, request, turn, shown);
      if (turn.complete()) {
        delivering.again();
      } else {
        answer(request, turn, delivering);
      }
    } catch (ConversationGone deleted) {
      log.info("request {} has no conversation any more", request.id());
      rooms.queue().finish(request.id(), new Ending.Failed("its conversation was deleted"));
    } catch (InterruptedException stopping) {
      log.info("request {} is handed on: this process stops", request.id());
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Claimed request, Turn turn, Delivering delivering)
      throws InterruptedException {
    GrowingText text = new GrowingText();
    StopSwitch stop = new StopSwitch();
    Outcome outcome;
    rooms.queue().onStop(request.id(), stop::throwIt);
    try (Growing growing = delivering.start(text)) {
      outcome = ask(request, turn, text, stop, growing);
    }
    MemberId reader = request.asker().member();
    switch (outcome) {
      case Outcome.Whole(TokenUse use, boolean cut) ->
          delivering.whole(text.soFar(), use, cut ? rooms.words().cutByModel(reader) : null);
      case Outcome.Broken(Failure failure) when failure.kind() == Failure.Kind.STOPPED ->
          delivering.whole(
              text.soFar(), estimate(turn, text.soFar()), rooms.words().stopped(reader));
      case Outcome.Broken(Failure failure) -> delivering.failed(text.soFar(), failure);
    }
  }

  private Outcome ask(
      Claimed request, Turn turn, GrowingText text, StopSwitch stop, Growing growing)
      throws InterruptedException {
    Account account = rooms.accounts().named(request.account()).orElseThrow();
    Patience patience = new Patience();
    double window = 1;
    while (true) {
      Outcome outcome = AskAccount.once(account, prompts.of(turn, window), text, stop);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!(outcome instanceof Outcome.Broken(Failure failure))) {
        rooms.accounts().succeeded(account.name());
        return outcome;
      }
      if (failure.kind() == Failure.Kind.STOPPED) {
        return outcome;
      }
      log.warn("account {}: {} ({})", account.name(), failure.kind(), failure.detail());
      rooms.accounts().report(account.name(), failure);
      if (failure.kind() == Failure.Kind.TOO_LONG && window == 1) {
        window = 0.5;
        continue;
      }
      Duration pause = patience.before(failure, !text.isEmpty());
      if (pause.isNegative()) {
        return outcome;
      }
      if (pause.compareTo(NOTICEABLE) > 0) {
        growing.sayInstead(rooms.words().waiting(request.asker().member()));
      }
      if (!stop.waitedOut(pause)) {
        return new Outcome.Broken(new Failure(Failure.Kind.STOPPED, "stopped", null));
      }
      text.startOver();
    }
  }

  /** A server that is cut off does not say what it counted. */
  private TokenUse estimate(Turn turn, String text) {
    long in =
        prompts.of(turn, 1).messages().stream().mapToLong(m -> TokenCount.estimate(m.text())).sum();
    return new TokenUse(in, TokenCount.estimate(text), false);
  }
}
