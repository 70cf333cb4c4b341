package io.switchboard.answer.heard;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.choice.Accounts;
import io.switchboard.account.media.Hears;
import io.switchboard.account.media.Made;
import io.switchboard.attachment.OpenAttachments;
import io.switchboard.attachment.Opened;
import io.switchboard.chat.Attachment;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.style.Styles;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.Claimed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the account write down the voice messages of a question. */
public final class HearQuestion {
  private static final Logger log = LoggerFactory.getLogger(HearQuestion.class);

  private static final int TRIES = 4;

  private final Accounts accounts;
  private final RequestQueue queue;
  private final OpenAttachments files;
  private final Styles turns;
  private final UnaryOperator<Duration> waits;

  /**
   * @param waits how long to wait in truth before an account is asked again
   */
  public HearQuestion(
      Accounts accounts,
      RequestQueue queue,
      OpenAttachments files,
      Styles turns,
      UnaryOperator<Duration> waits) {
    this.accounts = accounts;
    this.queue = queue;
    this.files = files;
    this.turns = turns;
    this.waits = waits;
  }

  /** What came of it. */
  public sealed interface Heard {
    /**
     * The question as it is now.
     *
     * @param text what was heard; empty if nothing was said aloud
     */
    record Question(Turn turn, String text) implements Heard {}

    /** It could not be heard. */
    record Not(Failure failure) implements Heard {}
  }

  /**
   * Writes down what is said in the files of a turn, and keeps it as its text.
   *
   * @param attachments of the turn
   */
  public Heard hear(Claimed request, Turn turn, List<Attachment> attachments, Account account)
      throws InterruptedException {
    List<Attachment> sounds = attachments.stream().filter(OpenAttachments::isSound).toList();
    Optional<Hears> ears = ears(account);
    if (sounds.isEmpty() || ears.isEmpty()) {
      return new Heard.Question(turn, "");
    }
    List<String> said = new ArrayList<>();
    List<Attachment> left = new ArrayList<>(attachments);
    for (int i = 0; i < sounds.size(); i++) {
      Opened opened = files.all(List.of(sounds.get(i))).getFirst();
      if (opened instanceof Opened.Sound sound) {
        switch (hear(request, account, ears.get(), sound)) {
          case Made.Text(String text) -> {
            left.remove(sounds.get(i));
            if (!text.isBlank()) {
              said.add(text);
            }
          }
          case Made.Broken(Failure failure) -> {
            return new Heard.Not(failure);
          }
          case Made.File _ -> throw new IllegalStateException("a sound is heard as a text");
        }
      }
    }
    String heard = String.join("\n\n", said);
    String question =
        turn.question().isBlank() || heard.isEmpty()
            ? turn.question() + heard
            : turn.question() + "\n\n" + heard;
    turns.heard(turn.id(), question, left);
    return new Heard.Question(
        new Turn(
            turn.id(), turn.parent(), question, turn.answer(), turn.complete(), turn.askedAt()),
        heard);
  }

  /** The account's own, else those of the first that has any. */
  private Optional<Hears> ears(Account account) {
    return account
        .hears()
        .or(() -> accounts.all().stream().flatMap(a -> a.hears().stream()).findFirst());
  }

  private Made hear(Claimed request, Account account, Hears ears, Opened.Sound sound)
      throws InterruptedException {
    for (int tries = 1; ; tries++) {
      Duration pause = queue.mayAsk(request.id());
      while (pause.isPositive()) {
        TimeUnit.NANOSECONDS.sleep(waits.apply(pause).toNanos());
        pause = queue.mayAsk(request.id());
      }
      Made made = ears.hear(sound.fileName(), sound.type(), sound.content());
      if (!(made instanceof Made.Broken(Failure failure)) || !failure.passing() || tries == TRIES) {
        return made;
      }
      log.warn("account {}: {} ({})", account.name(), failure.kind(), failure.detail());
      Duration asked = failure.retryAfter();
      Duration wait = asked == null ? Duration.ofSeconds(1L << tries) : asked;
      TimeUnit.NANOSECONDS.sleep(waits.apply(wait).toNanos());
    }
  }
}
