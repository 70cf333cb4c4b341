package io.switchboard.answer;

import io.switchboard.account.Account;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Piece;
import io.switchboard.account.TokenUse;
import io.switchboard.answer.prompt.BuildPrompt;
import io.switchboard.answer.prompt.Summarise;
import io.switchboard.answer.prompt.Window;
import io.switchboard.conversation.TurnId;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.Claimed;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the account summarise the oldest turns, in the slot of the request that has just been
 * answered, and only while nobody waits for a slot: a summary is never in anybody's way, and where
 * it is always busy the oldest turns are left out. Its tokens are charged to that request.
 */
final class MakeSummary {
  /** None was made. */
  static final TokenUse NOTHING = new TokenUse(0, 0, true);

  private static final Logger log = LoggerFactory.getLogger(MakeSummary.class);
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final RequestQueue queue;
  private final BuildPrompt prompts;
  private final Summarise summarise;

  MakeSummary(RequestQueue queue, BuildPrompt prompts, Summarise summarise) {
    this.queue = queue;
    this.prompts = prompts;
    this.summarise = summarise;
  }

  /** Makes one if it is needed; what that used. Never throws: an answer does not depend on it. */
  TokenUse make(Claimed request, TurnId turn, Account account, String model) {
    try {
      Window window = prompts.window(account.terms(), model);
      Optional<Summarise.Wanted> wanted = summarise.after(turn, window, prompts.system(turn));
      if (wanted.isEmpty()
          || queue.busy().load().waiting() > 0
          || queue.mayAsk(request.id()).isPositive()) {
        return NOTHING;
      }
      return make(wanted.get(), account, request);
    } catch (RuntimeException | Error e) {
      log.warn("the conversation of request {} was not summarised", request.id(), e);
      return NOTHING;
    }
  }

  private TokenUse make(Summarise.Wanted wanted, Account account, Claimed request) {
    StringBuilder text = new StringBuilder();
    long end = System.nanoTime() + LONGEST_NANOS;
    try (AnswerStream stream = account.open(wanted.prompt().by(request.by().model()))) {
      while (System.nanoTime() < end) {
        switch (stream.next()) {
          case Piece.Text(String more) -> text.append(more);
          case Piece.Thought _ -> {
            // Of no interest here.
          }
          case Piece.Ended(TokenUse use, Piece.By _) -> {
            summarise.keep(wanted, text.toString());
            return use;
          }
          case Piece.Broken(var why) -> {
            log.info("no summary for request {}: {}", request.id(), why.kind());
            return NOTHING;
          }
        }
      }
    }
    return NOTHING;
  }
}
