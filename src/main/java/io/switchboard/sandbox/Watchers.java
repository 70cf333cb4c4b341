package io.switchboard.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.chat.Person;
import io.switchboard.chat.PlaceId;
import io.switchboard.http.Events;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The browsers that look on, each as somebody. */
final class Watchers {
  private final SandboxTable table;
  private final SandboxFiles files;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

  Watchers(SandboxTable table, SandboxFiles files) {
    this.table = table;
    this.files = files;
  }

  private record Watcher(Person person, Events events) {}

  /** From now on; closing ends it. */
  AutoCloseable add(Person person, Events events) {
    Watcher watcher = new Watcher(person, events);
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /** A message is new, or has changed. */
  void show(SandboxMessage message) {
    if (watchers.isEmpty()) {
      return;
    }
    List<Long> one = List.of(message.id());
    String json = MessageJson.of(message, files.of(one), table.likes(one)).toString();
    for (Watcher watcher : watchers) {
      if (message.visibleTo(watcher.person)) {
        watcher.events.send("message", json);
      }
    }
  }

  /** A message is no more. */
  void gone(SandboxMessage message) {
    ObjectNode json = MessageJson.JSON.createObjectNode();
    json.put("id", message.messageId().value()).put("place", message.place().value());
    tell("gone", message.place(), json);
  }

  /** The bot prepares something. */
  void typing(PlaceId place) {
    tell("typing", place, MessageJson.JSON.createObjectNode().put("place", place.value()));
  }

  /** A thread was opened. */
  void thread(PlaceId place, String title) {
    ObjectNode json = MessageJson.JSON.createObjectNode();
    tell("thread", place, json.put("place", place.value()).put("title", title));
  }

  private void tell(String event, PlaceId place, ObjectNode json) {
    for (Watcher watcher : watchers) {
      if (SandboxPlaces.seenBy(watcher.person, place).isPresent()) {
        watcher.events.send(event, json.toString());
      }
    }
  }
}
