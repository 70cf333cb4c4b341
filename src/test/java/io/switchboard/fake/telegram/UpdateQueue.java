package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Updates wait here until the bot asks for one after them. */
final class UpdateQueue {
  private static final Refusal CONFLICT =
      new Refusal(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
              + " is running",
          Map.of());

  private final TreeMap<Integer, ObjectNode> waiting = new TreeMap<>();
  private final Map<Integer, ObjectNode> all = new HashMap<>();
  private final Map<Integer, ObjectNode> again = new LinkedHashMap<>();
  private final Set<Integer> givenAgain = new HashSet<>();
  private int last = 820_000_000;
  private Object poller = new Object();
  private boolean closed;
  private int conflicts;

  /** Kinds that are told only to bots that ask for them. */
  private static final Set<String> ONLY_IF_ASKED =
      Set.of("message_reaction", "message_reaction_count", "chat_member");

  private final Set<String> allowed = new HashSet<>();

  /** From now on these kinds are told. */
  synchronized void allow(com.fasterxml.jackson.databind.JsonNode kinds) {
    allowed.clear();
    kinds.forEach(kind -> allowed.add(kind.asText()));
  }

  private boolean wanted(ObjectNode update) {
    for (String kind : ONLY_IF_ASKED) {
      if (update.has(kind) && !allowed.contains(kind)) {
        return false;
      }
    }
    return true;
  }

  synchronized int add(ObjectNode update) {
    if (!wanted(update)) {
      return 0;
    }
    int id = ++last;
    update.put("update_id", id);
    waiting.put(id, update);
    all.put(id, update);
    notifyAll();
    return id;
  }

  synchronized void again(int update) {
    again.put(update, all.get(update));
    givenAgain.remove(update);
    notifyAll();
  }

  synchronized int waiting() {
    return waiting.size();
  }

  synchronized int conflicts() {
    return conflicts;
  }

  /** The oldest that waits, or null; it goes on waiting. */
  synchronized ObjectNode oldest() throws InterruptedException {
    if (waiting.isEmpty() && again.isEmpty()) {
      wait(100);
    }
    if (!again.isEmpty()) {
      return again.values().iterator().next();
    }
    return waiting.isEmpty() ? null : waiting.firstEntry().getValue();
  }

  /** It was taken. */
  synchronized void taken(int update) {
    if (again.remove(update) == null) {
      waiting.remove(update);
    }
  }

  synchronized void drop() {
    waiting.clear();
    again.clear();
  }

  /** Ends the poll that is open, as a webhook does that is set meanwhile. */
  synchronized void endPoll() {
    poller = new Object();
    notifyAll();
  }

  /** Wakes the poller, which gets nothing. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized void open() {
    closed = false;
  }

  synchronized List<ObjectNode> poll(int offset, int limit, int seconds)
      throws InterruptedException {
    Object me = new Object();
    poller = me;
    notifyAll();
    waiting.headMap(offset).clear();
    again.keySet().removeIf(id -> id < offset && givenAgain.contains(id));
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    while (waiting.isEmpty() && again.isEmpty()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0 || closed) {
        return List.of();
      }
      wait(left);
      if (poller != me) {
        conflicts++;
        throw CONFLICT;
      }
    }
    List<ObjectNode> batch = new ArrayList<>(again.values());
    givenAgain.addAll(again.keySet());
    waiting.values().stream().limit(limit - batch.size()).forEach(batch::add);
    return batch;
  }
}
