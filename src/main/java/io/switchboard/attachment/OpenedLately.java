package io.switchboard.attachment;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that conversations which go on will soon need again; the least used go first. */
final class OpenedLately {
  /** In characters, which are bytes in memory for all but the rarest. */
  private static final long ROOM = 48_000_000;

  private final Map<String, Opened> byReference = new LinkedHashMap<>(16, 0.75f, true);
  private long used;

  synchronized Optional<Opened> find(String reference) {
    return Optional.ofNullable(byReference.get(reference));
  }

  synchronized void keep(String reference, Opened opened) {
    used += size(opened) - size(byReference.put(reference, opened));
    Iterator<Opened> oldest = byReference.values().iterator();
    while (used > ROOM && oldest.hasNext()) {
      used -= size(oldest.next());
      oldest.remove();
    }
  }

  private static long size(@Nullable Opened opened) {
    return switch (opened) {
      case null -> 0;
      case Opened.Picture picture -> picture.base64().length();
      case Opened.Text text -> text.text().length();
      case Opened.Sound sound -> sound.content().length;
      case Opened.Unreadable _ -> 100;
    };
  }
}
