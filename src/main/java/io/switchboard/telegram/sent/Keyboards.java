package io.switchboard.telegram.sent;

import io.switchboard.chat.message.Button;
import io.switchboard.telegram.api.ChatAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be pressed under the newest of the bot's messages, for presses with which it is not told
 * what stands there. Of private chats nothing is kept: nobody else reads them.
 */
final class Keyboards {
  /** Of so many messages it is remembered. */
  private static final int MOST = 4_096;

  private final Map<Message, Set<String>> shown =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Message, Set<String>> eldest) {
          return size() > MOST;
        }
      };

  private record Message(long chat, int number) {}

  /** These stand under it now, and no others. */
  synchronized void note(ChatAddress where, int number, List<List<Button>> buttons) {
    if (where.isPrivate()) {
      return;
    }
    Message message = new Message(where.chat(), number);
    shown.remove(message);
    Set<String> actions =
        buttons.stream()
            .flatMap(List::stream)
            .filter(Button.Press.class::isInstance)
            .map(button -> ((Button.Press) button).action())
            .collect(Collectors.toUnmodifiableSet());
    if (!actions.isEmpty()) {
      shown.put(message, actions);
    }
  }

  /** Whether it is known that this can be pressed there. */
  synchronized boolean carries(ChatAddress where, int number, String action) {
    return shown.getOrDefault(new Message(where.chat(), number), Set.of()).contains(action);
  }
}
