package io.switchboard.telegram.sent;

import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import io.switchboard.telegram.api.Feature;
import java.time.InstantSource;
import org.telegram.telegrambots.meta.api.methods.StopMessageLiveLocation;

/**
 * Asks without anything being seen in the chat what a number is, by a change that can change
 * nothing: this program shows no live location that could be stopped. What is said instead is in no
 * documentation; whatever is not understood is looked at closely.
 */
final class Probe {
  private final BotApi api;
  private final Feature understood;

  Probe(BotApi api, InstantSource clock) {
    this.api = api;
    this.understood = new Feature(clock);
  }

  /** What a number is. */
  sealed interface Is {
    /** There is no such message, or somebody else's. */
    record Another() implements Is {}

    /** It may be one of the bot's. */
    record Perhaps() implements Is {}

    /** That could not be asked now. */
    record Unsaid(Answer answer) implements Is {}
  }

  /** One call, unless the server is known not to understand it. */
  Is ask(ChatAddress where, int number) {
    if (!understood.isThere()) {
      return new Is.Perhaps();
    }
    Answer answer =
        api.ask(
            StopMessageLiveLocation.builder()
                .chatId(String.valueOf(where.chat()))
                .messageId(number)
                .build());
    if (understood.isMissing(answer)) {
      return new Is.Perhaps();
    }
    return switch (answer) {
      case Answer.Refused refused when refused.code() == 400 ->
          refused.says("message to edit not found") || foreign(where, refused)
              ? new Is.Another()
              : new Is.Perhaps();
      case Answer.Done _ -> new Is.Perhaps();
      default -> new Is.Unsaid(answer);
    };
  }

  /**
   * In a group, where most messages are other people's, a sign for each would be in their way. In a
   * private chat what people write is known from the updates.
   */
  private static boolean foreign(ChatAddress where, Answer.Refused refused) {
    return !where.isPrivate() && refused.says("message can't be edited");
  }
}
