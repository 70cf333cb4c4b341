package io.switchboard.discord.speaking;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What Discord's refusals mean for a delivery. The codes are those of <a
 * href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">its list</a>.
 */
public final class Refusals {
  public static final int UNKNOWN_MESSAGE = 10008;
  static final int UNKNOWN_WEBHOOK = 10015;
  static final int UNKNOWN_INTERACTION = 10062;
  public static final int MISSING_ACCESS = 50001;
  public static final int NO_TEXT_CHANNEL = 50008;
  private static final int UNKNOWN_CHANNEL = 10003;
  private static final int EMPTY = 50006;
  private static final int SLOW_MODE = 20016;
  private static final int ANNOUNCEMENT_EDITS = 20022;
  private static final int CHANNEL_WRITES = 20028;
  private static final int SERVER_WRITES = 20029;
  public static final int MISSING_PERMISSIONS = 50013;
  static final int WEBHOOK_TOKEN = 50027;
  public static final int FORM = 50035;
  public static final int TAG_REQUIRED = 40067;

  /** The interaction has been answered or deferred before. */
  public static final int ACKNOWLEDGED = 40060;

  static final int REPLY_WITHOUT_HISTORY = 160002;
  public static final int THREAD_EXISTS = 160004;
  private static final int TOO_MANY_OLD_EDITS = 30046;
  private static final int TOO_MANY_THREADS = 160006;
  private static final int VOICE_FIRST = 50159;
  private static final int VOICE_LAST = 50161;
  private static final int NO_VOICE_HERE = 50173;

  private Refusals() {}

  /**
   * Whether it was only too soon: slow mode, and what a channel, a server or an announcement takes.
   * Slow mode is not meant for bots, says Discord, so that no permission helps; it is waited out
   * all the same, or the rest of an answer would be lost.
   */
  static boolean tooOften(int code) {
    return switch (code) {
      case SLOW_MODE, ANNOUNCEMENT_EDITS, CHANNEL_WRITES, SERVER_WRITES -> true;
      default -> false;
    };
  }

  /** Whether the interaction is over, so that only an ordinary message can follow. */
  public static boolean interactionOver(Rest.Outcome outcome) {
    return outcome instanceof Rest.Outcome.Refused refused
        && switch (refused.code()) {
          case UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, WEBHOOK_TOKEN -> true;
          default -> false;
        };
  }

  /** Whether the bot may not do it here by the channel. */
  public static boolean noAccess(Rest.Outcome outcome) {
    return is(outcome, MISSING_ACCESS) || is(outcome, MISSING_PERMISSIONS);
  }

  /** Whether no voice message is taken here, or not in this form. */
  public static boolean noVoice(Rest.Outcome outcome) {
    return outcome instanceof Rest.Outcome.Refused refused
        && ((refused.code() >= VOICE_FIRST && refused.code() <= VOICE_LAST)
            || refused.code() == NO_VOICE_HERE
            || refused.code() == MISSING_PERMISSIONS);
  }

  /** Whether no card may be shown here, so that nothing was left of the message. */
  public static boolean noCard(Rest.Outcome outcome) {
    return is(outcome, EMPTY) || is(outcome, MISSING_PERMISSIONS);
  }

  /** Whether what should be changed is there no more. */
  public static boolean isAway(Rest.Outcome.Refused refused) {
    return refused.code() == UNKNOWN_MESSAGE || refused.code() == UNKNOWN_CHANNEL;
  }

  /** How long to wait, if that is all that is wanted. */
  public static Optional<Duration> wait(Rest.Outcome.Refused refused) {
    return switch (refused.code()) {
      case TOO_MANY_OLD_EDITS -> Optional.of(Duration.ofSeconds(30));
      case TOO_MANY_THREADS -> Optional.of(Duration.ofMinutes(10));
      default -> Optional.empty();
    };
  }

  public static boolean is(Rest.Outcome outcome, int code) {
    return outcome instanceof Rest.Outcome.Refused refused && refused.code() == code;
  }

  /**
   * The delivery. A refusal of any other kind never gets better by trying again either, so it is
   * {@link Delivery.Gone}.
   */
  public static Delivery delivery(Rest.Outcome outcome, Function<DataObject, MessageId> id) {
    return switch (outcome) {
      case Rest.Outcome.Done done -> new Delivery.Delivered(id.apply(done.body()));
      case Rest.Outcome.Later later -> new Delivery.Throttled(later.retryAfter());
      case Rest.Outcome.Unreachable(String why, boolean perhaps) ->
          new Delivery.Failed(why, perhaps);
      case Rest.Outcome.Refused refused ->
          wait(refused)
              .<Delivery>map(Delivery.Throttled::new)
              .orElseGet(() -> new Delivery.Gone(refused.why()));
    };
  }
}
