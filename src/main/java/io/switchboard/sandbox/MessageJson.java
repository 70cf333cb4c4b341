package io.switchboard.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Messages and their buttons as JSON, for the browser and for the database. */
final class MessageJson {
  static final ObjectMapper JSON = new ObjectMapper();

  private MessageJson() {}

  /**
   * A message.
   *
   * @param files those of messages by their numbers, this one's among them if it has one
   * @param likes who likes messages, by their numbers; told of what can be liked alone
   */
  static ObjectNode of(
      SandboxMessage message, Map<Long, SandboxFiles.About> files, Map<Long, List<String>> likes) {
    MessageId repliesTo = message.context().repliesTo();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", message.messageId().value());
    node.put("place", message.place().value());
    node.put("author", message.context().sender());
    node.put("bot", message.byBot());
    node.put("title", message.content().title());
    node.put("text", message.content().text());
    node.put("html", message.content().html());
    node.set("buttons", rows(message.content().buttons()));
    node.put("personal", message.context().onlyFor() != null);
    node.put("replyTo", repliesTo == null ? null : repliesTo.value());
    node.put("at", message.context().at().toString());
    node.put("version", message.version());
    SandboxFiles.About file = files.get(message.id());
    if (file != null) {
      node.putObject("file")
          .put("kind", file.kind().name().toLowerCase(Locale.ROOT))
          .put("name", file.name())
          .put("description", file.description());
    }
    if (message.likeable()) {
      ArrayNode people = node.putArray("likes");
      likes.getOrDefault(message.id(), List.of()).forEach(people::add);
    }
    return node;
  }

  static String buttons(List<List<Button>> rows) {
    return rows(rows).toString();
  }

  private static ArrayNode rows(List<List<Button>> rows) {
    ArrayNode all = JSON.createArrayNode();
    for (List<Button> row : rows) {
      ArrayNode line = all.addArray();
      for (Button button : row) {
        switch (button) {
          case Button.Press(String label, String action) ->
              line.addObject().put("label", label).put("action", action);
          case Button.Link(String label, String url) ->
              line.addObject().put("label", label).put("url", url);
        }
      }
    }
    return all;
  }

  static List<List<Button>> buttons(String json) {
    try {
      List<List<Button>> rows = new ArrayList<>();
      for (JsonNode row : JSON.readTree(json)) {
        List<Button> line = new ArrayList<>();
        for (JsonNode button : row) {
          String label = button.path("label").asText();
          line.add(
              button.has("action")
                  ? new Button.Press(label, button.path("action").asText())
                  : new Button.Link(label, button.path("url").asText()));
        }
        rows.add(line);
      }
      return rows;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("buttons in the database cannot be read", e);
    }
  }
}
