package io.switchboard.telegram.sent;

import io.switchboard.telegram.api.ChatAddress;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The numbers of messages that this process was told of. Telegram counts them up in each
 * supergroup, and over all other chats of a bot together; servers that speak its language may count
 * them in each chat.
 */
final class Numbers {
  private static final long SUPERGROUPS_BELOW = -1_000_000_000_000L;

  /** So many are remembered. */
  private static final int MOST = 4_096;

  /** Of so many chats it is remembered where they end. */
  private static final int MOST_CHATS = 10_000;

  /** So often one chat's number comes right after another's by no accident. */
  private static final int ENOUGH = 8;

  /** By chat, the one that was used longest ago first. */
  private final Map<Long, Integer> newest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > MOST_CHATS;
        }
      };

  /** Over all chats that are no supergroups. */
  private int newestOverAll;

  private final Set<Taken> taken = new LinkedHashSet<>();

  /** The same, but for supergroups, by number. */
  private final TreeMap<Integer, Long> chats = new TreeMap<>();

  /** Numbers that were seen in two of those chats: the server counts in each. */
  private final Set<Integer> doubled = new HashSet<>();

  private record Taken(long chat, int number) {}

  /** There is a message of that number, and it is known which. */
  void note(ChatAddress where, int number) {
    atLeast(where, number);
    synchronized (taken) {
      if (taken.add(new Taken(where.chat(), number)) && countedOverAll(where)) {
        Long other = chats.put(number, where.chat());
        if (other != null && other != where.chat()) {
          doubled.add(number);
        }
      }
      if (taken.size() > MOST) {
        Iterator<Taken> oldest = taken.iterator();
        Taken gone = oldest.next();
        oldest.remove();
        chats.remove(gone.number, gone.chat);
        doubled.remove(gone.number);
      }
    }
  }

  /** It is no longer known which message has that number. */
  void forget(ChatAddress where, int number) {
    synchronized (taken) {
      taken.remove(new Taken(where.chat(), number));
      chats.remove(number, where.chat());
    }
  }

  /** That number is taken there, by whatever. */
  private void atLeast(ChatAddress where, int number) {
    synchronized (newest) {
      newest.merge(where.chat(), number, Math::max);
      if (countedOverAll(where)) {
        newestOverAll = Math.max(newestOverAll, number);
      }
    }
  }

  private static boolean countedOverAll(ChatAddress where) {
    return where.chat() > SUPERGROUPS_BELOW;
  }

  /** Of which numbers it is known which message has them, or in which other chat they are. */
  IntPredicate taken(ChatAddress where) {
    boolean together = counting(where) == Counting.TOGETHER;
    return number -> {
      synchronized (taken) {
        return taken.contains(new Taken(where.chat(), number))
            || (together && chats.containsKey(number));
      }
    };
  }

  /** The newest number that is taken in the chat; 0 if none is known. */
  int newestIn(ChatAddress where) {
    synchronized (newest) {
      return newest.getOrDefault(where.chat(), 0);
    }
  }

  /** The newest number that is taken where it is counted together with this chat. */
  int newestCountedWith(ChatAddress where) {
    synchronized (newest) {
      return countedOverAll(where) ? newestOverAll : newestIn(where);
    }
  }

  /** How it is counted. */
  enum Counting {
    /** In this chat alone. */
    ALONE,
    /** In this chat and others together. */
    TOGETHER,
    /** Either. */
    UNKNOWN
  }

  /** How the server counts there, by what was seen so far. */
  Counting counting(ChatAddress where) {
    if (!countedOverAll(where)) {
      return Counting.ALONE;
    }
    synchronized (taken) {
      if (!doubled.isEmpty()) {
        return Counting.ALONE;
      }
      int mixed = 0;
      int last = 0;
      long before = 0;
      for (Map.Entry<Integer, Long> one : chats.entrySet()) {
        mixed += one.getKey() == last + 1 && one.getValue() != before ? 1 : 0;
        last = one.getKey();
        before = one.getValue();
      }
      return mixed >= ENOUGH ? Counting.TOGETHER : Counting.UNKNOWN;
    }
  }
}
