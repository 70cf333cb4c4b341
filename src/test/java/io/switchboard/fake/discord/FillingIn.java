package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** People who are typing a command, and who fill in a form. */
final class FillingIn {
  private final World world;
  private final Saying saying;

  FillingIn(World world, Saying saying) {
    this.world = world;
    this.saying = saying;
  }

  /** What the bot suggests, as it answered. */
  JsonNode type(
      Person person, Channel channel, String name, Map<String, String> given, String option) {
    Interaction asked;
    synchronized (world) {
      JsonNode command = saying.command(1, name);
      ObjectNode data = saying.interaction(person, channel, 4, null);
      ObjectNode chosen = data.putObject("data").put("id", command.path("id").asText());
      chosen.put("name", name).put("type", 1);
      ArrayNode values = chosen.putArray("options");
      boolean suggests = false;
      for (JsonNode known : command.path("options")) {
        String of = known.path("name").asText();
        if (given.containsKey(of)) {
          ObjectNode value = values.addObject();
          value.put("type", known.path("type").asInt()).put("name", of);
          value.put("value", given.get(of));
          if (of.equals(option)) {
            value.put("focused", true);
            suggests = known.path("autocomplete").asBoolean();
          }
        }
      }
      if (!suggests) {
        throw new AssertionError("/" + name + " suggests nothing for " + option);
      }
      asked = world.interactions.get(data.path("id").asLong());
      saying.dispatched(data);
    }
    Awaitility.await("suggestions for /" + name + " " + given)
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> {
              synchronized (world) {
                return asked.acknowledged;
              }
            });
    synchronized (world) {
      return asked.answer;
    }
  }

  /** Fills in the form that was opened for a press, its one field. */
  Event submit(Person person, Event press, String text) {
    Interaction opened = opened(press);
    synchronized (world) {
      JsonNode form = opened.answer;
      ObjectNode data = saying.interaction(person, opened.channel, 5, opened.pressed);
      if (opened.pressed != null) {
        data.set("message", Json.message(world, opened.pressed));
      }
      ObjectNode filled = data.putObject("data");
      filled.put("custom_id", form.path("custom_id").asText());
      ObjectNode label = filled.putArray("components").addObject().put("type", 18).put("id", 1);
      label
          .putObject("component")
          .put("type", 4)
          .put("id", 2)
          .put("custom_id", ModalForm.inputs(form).getFirst())
          .put("value", text);
      return saying.dispatched(data);
    }
  }

  /** The form that a press opened, once it has. */
  Interaction opened(Event press) {
    Interaction interaction;
    synchronized (world) {
      interaction = world.interactions.get(press.id());
    }
    Awaitility.await("a form that opens")
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> {
              synchronized (world) {
                return interaction.answer != null;
              }
            });
    return interaction;
  }
}
