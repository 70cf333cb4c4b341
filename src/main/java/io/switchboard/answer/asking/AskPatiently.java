package io.switchboard.answer.asking;

import io.switchboard.account.Account;
import io.switchboard.account.Accounts;
import io.switchboard.account.Failure;
import io.switchboard.account.Prompt;
import io.switchboard.answer.asking.AskAccount.Outcome;
import io.switchboard.answer.enclosed.Enclosures;
import io.switchboard.answer.growing.GrowingText;
import io.switchboard.answer.prompt.BuildPrompt;
import io.switchboard.conversation.Turn;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an account for an answer until it is whole, or waiting is not worth it any more. */
public final class AskPatiently {
  private static final Logger log = LoggerFactory.getLogger(AskPatiently.class);

  /** A wait that a person would notice is told. */
  private static final Duration NOTICEABLE = Duration.ofSeconds(3);

  private final Accounts accounts;
  private final BuildPrompt prompts;
  private final UnaryOperator<Duration> waits;

  /**
   * @param waits how long to wait in truth for a pause; in tests not at all
   */
  public AskPatiently(Accounts accounts, BuildPrompt prompts, UnaryOperator<Duration> waits) {
    this.accounts = accounts;
    this.prompts = prompts;
    this.waits = waits;
  }

  /** A question with the files that belong to it and to what was said before. */
  public record Asked(Turn turn, Enclosures files) {}

  private static boolean hasPictures(Prompt prompt) {
    return prompt.messages().stream().anyMatch(message -> !message.pictures().isEmpty());
  }

  /**
   * Asks. An account that refuses a prompt with pictures is asked once more without them: its model
   * may see none, and servers say so in too many ways to tell.
   *
   * @param text grows; starts over when the account does
   * @param noticeable told when a wait begins that a person would notice
   */
  public Outcome ask(
      Account account, Asked asked, GrowingText text, StopSwitch stop, Runnable noticeable)
      throws InterruptedException {
    Patience patience = new Patience();
    Prompt prompt = prompts.of(asked.turn(), asked.files());
    boolean smaller = false;
    while (true) {
      Outcome outcome = AskAccount.once(account, prompt, text, stop);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!(outcome instanceof Outcome.Broken(Failure failure))) {
        accounts.succeeded(account.name());
        return outcome;
      }
      if (failure.kind() == Failure.Kind.STOPPED) {
        return outcome;
      }
      log.warn("account {}: {} ({})", account.name(), failure.kind(), failure.detail());
      accounts.report(account.name(), failure);
      if (failure.kind() == Failure.Kind.TOO_LONG && !smaller) {
        smaller = true;
        prompt = prompts.of(asked.turn(), asked.files(), prompts.cost(prompt) / 2);
        text.startOver();
        continue;
      }
      if (failure.kind() == Failure.Kind.REFUSED && hasPictures(prompt)) {
        asked.files().withoutPictures();
        prompt = prompts.of(asked.turn(), asked.files());
        text.startOver();
        continue;
      }
      Duration pause = patience.before(failure, !text.isEmpty());
      if (pause.isNegative()) {
        return outcome;
      }
      if (pause.compareTo(NOTICEABLE) > 0) {
        text.startOver();
        noticeable.run();
      }
      if (!stop.waitedOut(waits.apply(pause))) {
        return new Outcome.Broken(new Failure(Failure.Kind.STOPPED, "stopped", null));
      }
      text.startOver();
    }
  }
}
