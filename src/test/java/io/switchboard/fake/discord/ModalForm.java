package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Discord demands of a form that is opened for somebody. */
final class ModalForm {
  private ModalForm() {}

  static void check(JsonNode modal) {
    between("custom_id", modal.path("custom_id").asText(""), 1, 100);
    between("title", modal.path("title").asText(""), 1, 45);
    int size = modal.path("components").size();
    if (size < 1 || size > 5) {
      throw Refusal.form("components: Must be between 1 and 5 in length.");
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode part : modal.path("components")) {
      input(part, ids);
    }
  }

  private static void input(JsonNode part, Set<String> ids) {
    JsonNode input =
        part.path("type").asInt() == 18 ? part.path("component") : part.path("components").path(0);
    if (!Set.of(1, 18).contains(part.path("type").asInt()) || input.path("type").asInt() != 4) {
      throw Refusal.form("components: a label or a row, with a text input in it");
    }
    boolean labelled = part.path("type").asInt() == 18;
    between("label", (labelled ? part : input).path("label").asText(""), 1, 45);
    between("description", part.path("description").asText(""), 0, 100);
    between("custom_id", input.path("custom_id").asText(""), 1, 100);
    between("placeholder", input.path("placeholder").asText(""), 0, 100);
    int longest = input.path("max_length").asInt(4000);
    if (longest < 1 || longest > 4000 || input.path("style").asInt() < 1) {
      throw Refusal.form("max_length: 1 to 4000; style: 1 or 2");
    }
    if (!ids.add(input.path("custom_id").asText())) {
      throw Refusal.form("custom_id: must be unique");
    }
  }

  /** The ids of its inputs. */
  static List<String> inputs(JsonNode modal) {
    List<String> ids = new ArrayList<>();
    for (JsonNode part : modal.path("components")) {
      JsonNode input =
          part.path("type").asInt() == 18
              ? part.path("component")
              : part.path("components").path(0);
      ids.add(input.path("custom_id").asText());
    }
    return ids;
  }

  private static void between(String what, String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      throw Refusal.form(what + ": Must be between " + least + " and " + most + " in length.");
    }
  }
}
