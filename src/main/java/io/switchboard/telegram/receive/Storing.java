package io.switchboard.telegram.receive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.NotNow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Hands updates on, however they came; what belongs together as one. Used by one thread; those of
 * several chats are handed on at once. What could not be stored, or may be only a beginning, is to
 * be given again with all that follows it.
 */
public final class Storing {
  private static final Logger log = LoggerFactory.getLogger("Telegram");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long the rest of a paste or an album is waited for. */
  private static final Duration FOR_THE_REST = Duration.ofMillis(600);

  /** Chats; fewer than there are connections to the database, which others need meanwhile. */
  private static final int SIDE_BY_SIDE = 6;

  /**
   * An update that fails so often, while others do not, is left out. From then on the pauses, in
   * which nobody else is heard, are no longer: three seconds.
   */
  private static final int PATIENCE = 5;

  private final UpdateReader reader;
  private final Inbox inbox;
  private final Set<Integer> stored = ConcurrentHashMap.newKeySet();
  private final Set<Integer> waitedAfter = new HashSet<>();

  /** How often each failed that is to be given again. */
  private final Map<Integer, Integer> failures = new HashMap<>();

  /** Whether the last that failed did so because nothing can be stored now. */
  private boolean away;

  /**
   * What is to be given again.
   *
   * @param update from this one on
   * @param pause after so long
   */
  public record Left(int update, Duration pause) {}

  public Storing(UpdateReader reader, Inbox inbox) {
    this.reader = reader;
    this.inbox = inbox;
  }

  /**
   * An update as Telegram writes it; one with nothing in it, if that is not understood.
   *
   * @throws JsonProcessingException if it is not even JSON
   */
  public static Update understood(String json) throws JsonProcessingException {
    return OneByOne.read(JSON.readTree(json));
  }

  /** Stores them, oldest first, in whichever order they came; empty if nothing is left. */
  public Optional<Left> store(List<Update> given) {
    SortedMap<Integer, Update> inOrder = new TreeMap<>();
    given.forEach(update -> inOrder.put(update.getUpdateId(), update));
    inOrder.keySet().removeAll(stored);
    List<Update> updates = List.copyOf(inOrder.values());
    List<List<Update>> whole = Parts.of(updates);
    if (moreMayCome(whole)) {
      return Optional.of(new Left(updates.getFirst().getUpdateId(), FOR_THE_REST));
    }
    if (failures.isEmpty()) {
      storeSideBySide(Parts.byChat(whole));
      whole = whole.stream().filter(one -> !stored.contains(one.getFirst().getUpdateId())).toList();
    }
    List<List<Update>> left = new ArrayList<>();
    for (List<Update> one : whole) {
      if (isStored(one)) {
        left.forEach(this::keepOrLeaveOut);
        left.clear();
      } else {
        left.add(one);
        boolean perhapsOnlyThese = failures(one) >= PATIENCE && (left.size() == 1 || !away);
        if (!perhapsOnlyThese) {
          break;
        }
      }
    }
    if (left.isEmpty()) {
      stored.clear();
      waitedAfter.clear();
      failures.clear();
      return Optional.empty();
    }
    long pause = 100L << Math.min(failures(left.getLast()), PATIENCE);
    return Optional.of(new Left(id(left.getFirst()), Duration.ofMillis(pause)));
  }

  /** What failed often, now that another did not: a last try, then it is left out. */
  private void keepOrLeaveOut(List<Update> left) {
    if (!isStored(left)) {
      log.error("Update {} cannot be stored, though others can: it is left out.", id(left));
      failures.remove(id(left));
    }
  }

  private int failures(List<Update> one) {
    return failures.getOrDefault(id(one), 0);
  }

  private static int id(List<Update> one) {
    return one.getFirst().getUpdateId();
  }

  /** Whether what came last of somebody may be only the beginning; each is waited for once. */
  private boolean moreMayCome(List<List<Update>> whole) {
    boolean wait = false;
    for (List<Update> one : whole) {
      wait |= Parts.mayGoOn(one) && waitedAfter.add(one.getLast().getUpdateId());
    }
    return wait;
  }

  /**
   * What was said in several chats, in each in its order: each waits for the database some times,
   * and would hold up all the others. In a chat where one fails, nothing more is stored.
   */
  private void storeSideBySide(Collection<List<List<Update>>> chats) {
    if (chats.size() > 1) {
      try (ExecutorService threads =
          Executors.newFixedThreadPool(
              SIDE_BY_SIDE, Thread.ofVirtual().name("telegram-update-", 0).factory())) {
        chats.forEach(chat -> threads.execute(() -> storeUntilOneFails(chat)));
      }
    }
  }

  private void storeUntilOneFails(List<List<Update>> chat) {
    for (List<Update> one : chat) {
      if (!isStoredAtOnce(one)) {
        return;
      }
    }
  }

  /**
   * What fails is tried again by itself. Errors are caught here, too, as what ends the thread that
   * asks Telegram would end it for good, and be the first thing that is given after a restart.
   */
  private boolean isStoredAtOnce(List<Update> one) {
    try {
      store(one, reader.read(one));
      return true;
    } catch (RuntimeException | Error e) {
      log.debug("Update {} was not stored.", id(one), e);
      return false;
    }
  }

  private void store(List<Update> one, Optional<Incoming> incoming) {
    ReactionReader.read(one.getFirst()).ifPresent(inbox::react);
    incoming.ifPresent(inbox::receive);
    one.forEach(u -> stored.add(u.getUpdateId()));
  }

  private boolean isStored(List<Update> one) {
    int id = id(one);
    Optional<Incoming> incoming;
    try {
      incoming = reader.read(one);
    } catch (RuntimeException | Error e) {
      log.error("Update {} could not be understood and is left out.", id, e);
      return true;
    }
    try {
      store(one, incoming);
      failures.remove(id);
      return true;
    } catch (RuntimeException | Error e) {
      away = e instanceof NotNow;
      if (failures.merge(id, 1, Integer::sum) <= PATIENCE) {
        log.warn("Update {} could not be stored; it will be given again.", id, e);
      }
      return false;
    }
  }
}
