package io.switchboard.web.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a command answered, until the page that follows has shown it; and what was found out only
 * later, which stands on the pages of whoever gave it until they do something else. Lost with the
 * process, since the pages show what became of it anyway.
 */
final class Notes {
  private static final int MOST = 500;

  private final Map<Long, Note> kept = newest();
  private final Map<Long, String> late = newest();
  private long last;

  private static <T> Map<Long, T> newest() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
        return size() > MOST;
      }
    };
  }

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

  /** Something was found out of what that session did before. */
  synchronized void later(long session, String html) {
    late.merge(session, html, String::concat);
  }

  /** All that was found out of what that session did last; empty if nothing was. */
  synchronized String late(long session) {
    return late.getOrDefault(session, "");
  }

  /** That session does something else. */
  synchronized void anew(long session) {
    late.remove(session);
  }
}
