package io.switchboard.telegram.sent;

import io.switchboard.telegram.api.ChatAddress;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/**
 * The numbers of messages that this process was told of. Telegram counts them up in each
 * supergroup, and over all other chats of a bot together; servers that speak its language may count
 * them in each chat.
 */
final class Numbers {
  private static final long SUPERGROUPS_BELOW = -1_000_000_000_000L;

  /** For all chats that are no supergroups; no chat has this number. */
  private static final long OVER_ALL = 0;

  /** So many are remembered. */
  private static final int MOST = 4_096;

  /** So often one chat's number comes right after another's by no accident. */
  private static final int ENOUGH = 8;

  private final Map<Long, Integer> newest = new ConcurrentHashMap<>();
  private final Set<Taken> taken = new LinkedHashSet<>();

  /** The same, but for supergroups, by number. */
  private final TreeMap<Integer, Long> chats = new TreeMap<>();

  private boolean inEachChat;

  private record Taken(long chat, int number) {}

  /** There is a message of that number, and it is known which. */
  void note(ChatAddress where, int number) {
    atLeast(where, number);
    synchronized (taken) {
      if (taken.add(new Taken(where.chat(), number)) && countedOverAll(where)) {
        Long other = chats.put(number, where.chat());
        inEachChat |= other != null && other != where.chat();
      }
      if (taken.size() > MOST) {
        Iterator<Taken> oldest = taken.iterator();
        Taken gone = oldest.next();
        oldest.remove();
        chats.remove(gone.number, gone.chat);
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
    newest.merge(where.chat(), number, Math::max);
    if (countedOverAll(where)) {
      newest.merge(OVER_ALL, number, Math::max);
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
    return newest.getOrDefault(where.chat(), 0);
  }

  /** The newest number that is taken where it is counted together with this chat. */
  int newestCountedWith(ChatAddress where) {
    return newest.getOrDefault(countedOverAll(where) ? OVER_ALL : where.chat(), 0);
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
      if (inEachChat) {
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
