package io.switchboard.member.code;

import io.switchboard.chat.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps people from guessing codes: so many wrong ones an hour, and none is looked at. */
public final class WrongTries {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int MOST = 5;
  private static final int REMEMBERED = 10_000;

  private final InstantSource time;
  private final Map<PersonId, Deque<Instant>> wrong =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Deque<Instant>> eldest) {
          return size() > REMEMBERED;
        }
      };

  public WrongTries(InstantSource time) {
    this.time = time;
  }

  /** Whether they may try another code now. */
  public synchronized boolean mayTry(PersonId person) {
    Deque<Instant> theirs = wrong.get(person);
    if (theirs == null) {
      return true;
    }
    Instant opens = time.instant().minus(WINDOW);
    while (!theirs.isEmpty() && !theirs.getFirst().isAfter(opens)) {
      theirs.removeFirst();
    }
    if (theirs.isEmpty()) {
      wrong.remove(person);
    }
    return theirs.size() < MOST;
  }

  /** They tried a wrong one. */
  public synchronized void wrong(PersonId person) {
    wrong.computeIfAbsent(person, p -> new ArrayDeque<>()).add(time.instant());
  }
}
