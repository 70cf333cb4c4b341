package io.switchboard.telegram.receive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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

  /** An update that fails so often, while others do not, is left out. */
  private static final int PATIENCE = 5;

  private final UpdateReader reader;
  private final Inbox inbox;
  private final Set<Integer> stored = ConcurrentHashMap.newKeySet();
  private final Set<Integer> waitedAfter = new HashSet<>();
  private int failing;
  private int failures;

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
    if (failures == 0) {
      storeSideBySide(Parts.byChat(whole));
      whole = whole.stream().filter(one -> !stored.contains(one.getFirst().getUpdateId())).toList();
    }
    List<Update> left = List.of();
    for (List<Update> one : whole) {
      if (isStored(one)) {
        keepOrLeaveOut(left);
        left = List.of();
      } else if (failures >= PATIENCE && left.isEmpty()) {
        left = one; // perhaps it is only this one
      } else {
        left = left.isEmpty() ? one : left;
        break;
      }
    }
    if (left.isEmpty()) {
      stored.clear();
      waitedAfter.clear();
      return Optional.empty();
    }
    long pause = Math.min(PollHealth.LONGEST.toMillis(), 100L << Math.min(failures, 9));
    return Optional.of(new Left(left.getFirst().getUpdateId(), Duration.ofMillis(pause)));
  }

  /** One that failed often, now that another did not: a last try, then it is left out. */
  private void keepOrLeaveOut(List<Update> left) {
    if (!left.isEmpty() && !isStored(left)) {
      int id = left.getFirst().getUpdateId();
      log.error("Update {} cannot be stored, though others can: it is left out.", id);
    }
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
      log.debug("Update {} was not stored.", one.getFirst().getUpdateId(), e);
      return false;
    }
  }

  private void store(List<Update> one, Optional<Incoming> incoming) {
    ReactionReader.read(one.getFirst()).ifPresent(inbox::react);
    incoming.ifPresent(inbox::receive);
    one.forEach(u -> stored.add(u.getUpdateId()));
  }

  private boolean isStored(List<Update> one) {
    int id = one.getFirst().getUpdateId();
    Optional<Incoming> incoming;
    try {
      incoming = reader.read(one);
    } catch (RuntimeException | Error e) {
      log.error("Update {} could not be understood and is left out.", id, e);
      return true;
    }
    try {
      store(one, incoming);
      failures = 0;
      return true;
    } catch (RuntimeException | Error e) {
      failures = id == failing ? failures + 1 : 1;
      failing = id;
      log.warn("Update {} could not be stored; it will be given again.", id, e);
      return false;
    }
  }
}
