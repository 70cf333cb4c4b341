package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/** A keyboard that opens a reply: where it may be, and how. */
final class Forced {
  private Forced() {}

  /** Whether it is one. */
  static boolean check(World.Room room, JsonNode markup) {
    if (!markup.has("force_reply")) {
      return false;
    }
    if (!markup.path("force_reply").asBoolean()) {
      throw Refusal.badRequest("object expected as reply markup");
    }
    if (room.chat.type().equals("channel")) {
      throw Refusal.badRequest("inline keyboard expected");
    }
    if (markup.has("inline_keyboard")) {
      throw Refusal.badRequest("can't parse reply markup: it is of two kinds");
    }
    int hint = markup.path("input_field_placeholder").asText("").length();
    if (markup.has("input_field_placeholder") && (hint == 0 || hint > 64)) {
      throw Refusal.badRequest("placeholder text must be 1-64 characters long");
    }
    return true;
  }
}
