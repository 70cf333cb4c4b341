package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The keys below a message, as Telegram takes and tells them. */
final class Keys {
  private Keys() {}

  /** What a call asks for. */
  static List<List<Key>> read(Call call) {
    List<List<Key>> keys = new ArrayList<>();
    for (JsonNode row : call.object("reply_markup").path("inline_keyboard")) {
      List<Key> line = new ArrayList<>();
      for (JsonNode button : row) {
        line.add(key(button));
      }
      if (!line.isEmpty()) {
        keys.add(List.copyOf(line));
      }
    }
    return List.copyOf(keys);
  }

  private static Key key(JsonNode button) {
    String label = button.path("text").asText("");
    String data = button.path("callback_data").asText("");
    String url = button.path("url").asText("");
    if (label.isBlank()) {
      throw Refusal.badRequest("inline keyboard button text is empty");
    }
    if (data.isEmpty() == url.isEmpty()) {
      throw Refusal.badRequest("text buttons are unallowed in the inline keyboard");
    }
    if (HtmlText.bytes(data) > 64) {
      throw Refusal.badRequest("BUTTON_DATA_INVALID");
    }
    if (!url.isEmpty()
        && !url.matches("(?i)(https?|tg)://([a-z0-9-]+\\.)+[a-z]{2,}(:\\d+)?([/?#]\\S*)?")) {
      throw Refusal.badRequest(
          "inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
    }
    return new Key(label, data, url);
  }

  /** What a message says of them, if there are any. */
  static void tell(ObjectNode message, List<List<Key>> keys) {
    if (!keys.isEmpty()) {
      ArrayNode rows = message.putObject("reply_markup").putArray("inline_keyboard");
      for (List<Key> row : keys) {
        ArrayNode line = rows.addArray();
        for (Key key : row) {
          ObjectNode button = line.addObject().put("text", key.label());
          button.put(key.data().isEmpty() ? "url" : "callback_data", key.data() + key.url());
        }
      }
    }
  }
}
