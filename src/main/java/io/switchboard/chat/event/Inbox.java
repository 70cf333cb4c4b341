package io.switchboard.chat.event;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import java.util.List;
import java.util.Optional;

/** What adapters call. */
public interface Inbox {
  /**
   * Takes an event. Returns when it is safely stored, or there was nothing to store; replies follow
   * on their own. Does no network call, so the caller may be the platform's event thread; events of
   * one place must come in their order.
   *
   * @throws NotNow if nothing can be stored for a while
   * @throws RuntimeException if it could not be stored; the platform should deliver it again
   */
  void receive(Incoming incoming);

  /**
   * A message is no longer there: whoever wrote it, or somebody who may, has taken it away. Told
   * only by platforms that tell it, also of the bot's own messages. Does no network call.
   */
  default void deleted(PlaceId place, MessageId message) {}

  /**
   * What may be meant by somebody who is still writing: only what they may see. Changes nothing;
   * asks the database, so not on a thread that must not wait.
   *
   * @return at most {@link Suggestion#MOST}, the likeliest first
   */
  default List<Suggestion> suggest(Typing typing) {
    return List.of();
  }

  /**
   * What is to be written before a press is passed on; asked where a platform can show forms, of
   * actions that {@link io.switchboard.chat.action.Action#asks}. Changes nothing; asks the
   * database, so not on a thread that must not wait.
   *
   * @return empty if the press is to be passed on as it is
   */
  default Optional<Form> form(ButtonPress press) {
    return Optional.empty();
  }

  /**
   * Takes note of a reaction; as quick as {@link #receive}. Telling it twice must do no harm.
   *
   * @throws RuntimeException if it could not be stored; the platform should deliver it again
   */
  default void react(Reaction reaction) {}
}
