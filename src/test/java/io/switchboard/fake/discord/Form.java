package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Discord demands of a message's form. */
final class Form {
  private static final Pattern MENTION = Pattern.compile("@everyone|@here|<@!?(\\d+)>|<@&(\\d+)>");

  private Form() {}

  static void check(JsonNode body, boolean isNew) {
    String content = body.path("content").asText("");
    if (content.length() > 2000) {
      throw Refusal.form("content: Must be 2000 or fewer in length.");
    }
    boolean blank = blank(content);
    voice(body);
    if (blank && body.path("attachments").isEmpty() && body.path("embeds").isEmpty() && isNew) {
      throw Refusal.fault(400, 50006, "Cannot send an empty message");
    }
    if (body.path("nonce").asText("").length() > 25) {
      throw Refusal.form("nonce: Must be 25 or fewer in length.");
    }
    components(body.path("components"));
    embeds(body.path("embeds"));
  }

  /** Spaces of all kinds, and what has no width. */
  private static boolean blank(String content) {
    return content.matches("[\\s\\p{Z}\\p{Cc}\\p{Cf}]*");
  }

  /** An edit must leave something to be shown. */
  static void left(Message message, JsonNode body) {
    String content = body.has("content") ? body.path("content").asText() : message.content;
    JsonNode embeds = body.has("embeds") ? body.path("embeds") : message.embeds;
    boolean files =
        body.has("attachments") ? !body.path("attachments").isEmpty() : !message.files.isEmpty();
    if (blank(content) && (embeds == null || embeds.isEmpty()) && !files) {
      throw Refusal.fault(400, 50006, "Cannot send an empty message");
    }
  }

  private static void embeds(JsonNode embeds) {
    int all = 0;
    if (embeds.size() > 10) {
      throw Refusal.form("embeds: at most 10");
    }
    for (JsonNode embed : embeds) {
      String title = embed.path("title").asText("");
      String text = embed.path("description").asText("");
      String foot = embed.path("footer").path("text").asText("");
      if (title.length() > 256 || text.length() > 4096 || foot.length() > 2048) {
        throw Refusal.form("embeds: title 256, description 4096, footer 2048 characters at most");
      }
      if (title.isBlank() && text.isBlank() && foot.isBlank()) {
        throw Refusal.form("embeds: an embed says something");
      }
      all += title.length() + text.length() + foot.length();
    }
    if (all > 6000) {
      throw Refusal.form("embeds: 6000 characters at most in all");
    }
  }

  /** A voice message is one sound with its length and waveform, and nothing else. */
  private static void voice(JsonNode body) {
    if ((body.path("flags").asInt() & Message.VOICE) == 0) {
      return;
    }
    JsonNode sound = body.path("attachments").path(0);
    if (!body.path("content").asText("").isEmpty() || !body.path("components").isEmpty()) {
      throw Refusal.fault(400, 50159, "Voice messages do not support additional content");
    }
    if (body.path("attachments").size() != 1) {
      throw Refusal.fault(400, 50160, "Voice messages must have a single audio attachment");
    }
    if (sound.path("duration_secs").asDouble() <= 0 || sound.path("waveform").asText().isEmpty()) {
      throw Refusal.fault(400, 50161, "Voice messages must have supporting metadata");
    }
  }

  private static void components(JsonNode rows) {
    if (rows.size() > 5) {
      throw Refusal.form("components: at most 5 rows");
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode row : rows) {
      if (row.path("type").asInt() != 1 || row.path("components").isEmpty()) {
        throw Refusal.form("components: a row has type 1 and is not empty");
      }
      if (row.path("components").size() > 5) {
        throw Refusal.form("components: at most 5 buttons in a row");
      }
      for (JsonNode button : row.path("components")) {
        button(button, ids);
      }
    }
  }

  private static void button(JsonNode button, Set<String> ids) {
    String label = button.path("label").asText("");
    if (button.path("type").asInt() != 2 || label.isEmpty() || label.length() > 80) {
      throw Refusal.form("components: a button has type 2 and a label of 1 to 80 characters");
    }
    int style = button.path("style").asInt();
    if (style == 5) {
      String url = button.path("url").asText("");
      if (!url.matches("(https?|discord)://.+") || url.length() > 512 || button.has("custom_id")) {
        throw Refusal.form("components: a link button has a good url and no custom_id: " + url);
      }
      return;
    }
    String id = button.path("custom_id").asText("");
    if (style < 1 || style > 4 || id.isEmpty() || id.length() > 100 || !ids.add(id)) {
      throw Refusal.form("components: custom_id must be unique, 1 to 100 characters: " + id);
    }
  }

  /** Who would be notified. */
  static List<String> pings(JsonNode body, Person repliedTo) {
    JsonNode allowed = body.path("allowed_mentions");
    boolean all = allowed.isMissingNode() || allowed.isNull();
    List<String> pings = new ArrayList<>();
    for (Matcher m = MENTION.matcher(body.path("content").asText("")); m.find(); ) {
      if (m.group(1) != null && (all || allows(allowed, "users", m.group(1)))) {
        pings.add("user " + m.group(1));
      } else if (m.group(2) != null && (all || allows(allowed, "roles", m.group(2)))) {
        pings.add("role " + m.group(2));
      } else if (m.group().startsWith("@") && (all || allows(allowed, "everyone", ""))) {
        pings.add("everyone");
      }
    }
    if (repliedTo != null && (all || allowed.path("replied_user").asBoolean(false))) {
      pings.add("user " + repliedTo.id());
    }
    return pings;
  }

  private static boolean allows(JsonNode allowed, String kind, String id) {
    for (JsonNode parse : allowed.path("parse")) {
      if (parse.asText().equals(kind)) {
        return true;
      }
    }
    for (JsonNode one : allowed.path(kind)) {
      if (one.asText().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
