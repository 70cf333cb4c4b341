package io.switchboard.web.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a command answered, until the page that follows has shown it. Lost with the process, since
 * the page shows what became of it anyway.
 */
final class Notes {
  private static final int MOST = 500;

  private final Map<Long, Note> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Note> eldest) {
          return size() > MOST;
        }
      };
  private long last;

  private record Note(long session, String html) {}

  /** Keeps it; the number by which that session finds it. */
  synchronized long keep(long session, String html) {
    last++;
    kept.put(last, new Note(session, html));
    return last;
  }

  /** Gives it to that session, once. */
  synchronized Optional<String> take(long session, String number) {
    if (!number.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    long key = Long.parseLong(number);
    Note note = kept.get(key);
    if (note == null || note.session() != session) {
      return Optional.empty();
    }
    kept.remove(key);
    return Optional.of(note.html());
  }
}
