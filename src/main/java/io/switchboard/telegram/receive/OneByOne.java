package io.switchboard.telegram.receive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Asks for updates and reads each by itself, so that one in a form the library does not know yet
 * cannot stop all the others for ever. Such a one comes as an update with nothing in it.
 */
final class OneByOne extends GetUpdates {
  private static final Logger log = LoggerFactory.getLogger("Telegram");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is read of a message; enough if the library stumbles over the rest. */
  private static final List<String> KNOWN =
      List.of(
          "message_id",
          "message_thread_id",
          "is_topic_message",
          "from",
          "sender_chat",
          "chat",
          "date",
          "text",
          "entities",
          "caption",
          "caption_entities",
          "photo",
          "document",
          "voice",
          "media_group_id",
          "reply_to_message",
          "forum_topic_created");

  OneByOne(int offset, int seconds, List<String> kinds) {
    setOffset(offset);
    setLimit(100);
    setTimeout(seconds);
    setAllowedUpdates(kinds);
  }

  @Override
  @SuppressWarnings("NonApiType") // as the library has it
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    try {
      ArrayList<Update> updates = new ArrayList<>();
      for (JsonNode one : JSON.readTree(answer).path("result")) {
        updates.add(read(one));
      }
      return updates;
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("the answer is not Telegram's", e);
    }
  }

  static Update read(JsonNode one) {
    for (String kind : List.of("message", "edited_message")) {
      JsonNode message = one.path(kind);
      if (!message.isMissingNode() && !(message.path("chat").has("id") && message.has("date"))) {
        return nothing(one);
      }
    }
    try {
      withoutRich(one);
      return JSON.treeToValue(one, Update.class);
    } catch (JsonProcessingException | RuntimeException | Error e) {
      return readOnlyTheKnown(one);
    }
  }

  private static Update readOnlyTheKnown(JsonNode one) {
    try {
      if (one.path("message") instanceof ObjectNode message) {
        boolean forwarded = message.has("forward_origin");
        message.retain(KNOWN);
        if (forwarded) {
          message.put("forward_date", message.path("date").asInt());
        }
        if (message.path("reply_to_message") instanceof ObjectNode answered) {
          answered.retain(KNOWN);
        }
      }
      return JSON.treeToValue(one, Update.class);
    } catch (JsonProcessingException | RuntimeException | Error e) {
      log.warn("An update of an unknown form is passed over: {}", e.getClass().getSimpleName());
      return nothing(one);
    }
  }

  private static Update nothing(JsonNode one) {
    Update nothing = new Update();
    nothing.setUpdateId(one.path("update_id").asInt());
    return nothing;
  }

  /** Takes out the inside of rich messages, which is never looked at and often new. */
  private static void withoutRich(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("rich_message");
    }
    node.forEach(OneByOne::withoutRich);
  }
}
