package io.switchboard.answer.asking;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Prompt;
import io.switchboard.account.choice.Accounts;
import io.switchboard.answer.asking.AskAccount.Outcome;
import io.switchboard.answer.enclosed.Enclosures;
import io.switchboard.answer.growing.GrowingText;
import io.switchboard.answer.prompt.BuildPrompt;
import io.switchboard.answer.prompt.Window;
import io.switchboard.conversation.Turn;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.Claimed;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an account for an answer until it is whole, another account is the better one, or waiting is
 * not worth it any more.
 */
public final class AskPatiently {
  private static final Logger log = LoggerFactory.getLogger(AskPatiently.class);

  /** A wait that a person would notice is told. */
  private static final Duration NOTICEABLE = Duration.ofSeconds(3);

  /** A request that found no account so often is told that none answers. */
  private static final int MOST_ATTEMPTS = 12;

  private final Accounts accounts;
  private final BuildPrompt prompts;
  private final RequestQueue queue;
  private final UnaryOperator<Duration> waits;
  private final Sight sight = new Sight();

  /**
   * @param waits how long to wait in truth for a pause; in tests not at all
   */
  public AskPatiently(
      Accounts accounts, BuildPrompt prompts, RequestQueue queue, UnaryOperator<Duration> waits) {
    this.accounts = accounts;
    this.prompts = prompts;
    this.queue = queue;
    this.waits = waits;
  }

  /** A question with the files that belong to it and to what was said before. */
  public record Asked(Claimed request, Turn turn, Enclosures files) {
    private @Nullable String model() {
      return request.by().model();
    }

    private String model(Account account) {
      String chosen = model();
      return chosen == null ? account.terms().model() : chosen;
    }
  }

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
    if (sight.blind(account.name(), asked.model())) {
      asked.files().withoutPictures();
    }
    Prompt prompt = prompt(account, asked);
    boolean smaller = false;
    Kind unseen = null;
    while (true) {
      if (!mayAsk(asked, stop)) {
        return stopped();
      }
      Prompt sent = prompt;
      ChargeAsItGrows charge =
          new ChargeAsItGrows(queue, asked.request().id(), () -> prompts.cost(sent));
      Outcome outcome = AskAccount.once(account, prompt, text, stop, charge);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!(outcome instanceof Outcome.Broken(Failure failure))) {
        accounts.succeeded(account.name());
        learn(account, asked, prompt, unseen);
        return outcome;
      }
      if (failure.kind() == Kind.STOPPED) {
        return outcome;
      }
      log.warn("account {}: {} ({})", account.name(), failure.kind(), failure.detail());
      if (failure.kind() != Kind.NO_SUCH_MODEL || asked.model() == null) {
        accounts.report(account.name(), failure);
      }
      if (failure.kind() == Kind.TOO_LONG && !smaller) {
        smaller = true;
        prompt = smaller(account, asked, prompt);
        text.startOver();
        continue;
      }
      if (failure.kind() == Kind.TOO_LONG && BuildPrompt.asksOnly(prompt)) {
        return new Outcome.TooLong(failure);
      }
      if ((failure.kind() == Kind.REFUSED || failure.kind() == Kind.NO_PICTURES)
          && hasPictures(prompt)) {
        unseen = failure.kind();
        asked.files().withoutPictures();
        prompt = prompt(account, asked);
        text.startOver();
        continue;
      }
      if (asked.request().trace().attempt() < MOST_ATTEMPTS
          && accounts.elsewhere(account.name(), asked.model())) {
        log.info("request {} goes on with another account", asked.request().id());
        return new Outcome.Elsewhere();
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
        return stopped();
      }
      text.startOver();
    }
  }

  private Prompt prompt(Account account, Asked asked) throws InterruptedException {
    Window window = prompts.window(account.terms(), asked.model(account));
    return prompts.of(asked.turn(), asked.files(), window).by(asked.model());
  }

  /** The server knows better what fits; half of what it refused, by our own count. */
  private Prompt smaller(Account account, Asked asked, Prompt refused) throws InterruptedException {
    Window half = new Window(asked.model(account), prompts.cost(refused) / 2);
    return prompts.of(asked.turn(), asked.files(), half).by(asked.model());
  }

  /** Waits until the account's minute has room; false if it was stopped meanwhile. */
  private boolean mayAsk(Asked asked, StopSwitch stop) throws InterruptedException {
    Duration pause = queue.mayAsk(asked.request().id());
    while (pause.isPositive()) {
      if (!stop.waitedOut(pause)) {
        return false;
      }
      pause = queue.mayAsk(asked.request().id());
    }
    return true;
  }

  private void learn(Account account, Asked asked, Prompt prompt, @Nullable Kind unseen) {
    if (hasPictures(prompt)) {
      sight.saw(account.name(), asked.model());
    } else if (unseen != null) {
      sight.refused(account.name(), asked.model(), unseen);
    }
  }

  private static Outcome stopped() {
    return new Outcome.Broken(new Failure(Kind.STOPPED, "stopped", null));
  }
}
