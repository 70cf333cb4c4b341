package io.switchboard.discord.formula;

import io.switchboard.discord.id.MessageRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which messages show a picture of formulas, so that it is taken away when they show another text.
 * Remembered for the newest; of others Discord is asked.
 */
public final class WithPictures {
  private static final int BOUND = 5_000;

  private final Function<MessageRef, List<String>> files;
  private final Map<String, Boolean> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > BOUND;
        }
      };

  /**
   * @param files asks Discord for the names of a message's files; blocks
   */
  public WithPictures(Function<MessageRef, List<String>> files) {
    this.files = files;
  }

  /** This message shows one now, or none. */
  public synchronized void shows(String message, boolean picture) {
    known.put(message, picture);
  }

  private synchronized Optional<Boolean> remembered(String message) {
    return Optional.ofNullable(known.get(message));
  }

  /** Whether a message shows one. */
  public boolean shownBy(MessageRef ref) {
    return remembered(ref.message()).orElseGet(() -> files.apply(ref).contains(Pictured.NAME));
  }
}
