package io.switchboard.conversation.kept;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.TurnId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Question} as JSON. An older or newer version of the program may have written it: fields
 * that are not known are passed over, fields that are missing are empty.
 */
public final class QuestionText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private QuestionText() {}

  public static String write(Question question) {
    ObjectNode node = JSON.createObjectNode();
    node.put("conversation", question.conversation().value());
    TurnId parent = question.parent();
    if (parent != null) {
      node.put("parent", parent.value());
    }
    TurnId retry = question.retry();
    if (retry != null) {
      node.put("retry", retry.value());
    }
    TurnId edits = question.edits();
    if (edits != null) {
      node.put("edits", edits.value());
    }
    MessageId askedBy = question.askedBy();
    if (askedBy != null) {
      node.put("askedBy", askedBy.value());
    }
    node.put("text", question.text());
    node.set("attachments", nodes(question.attachments()));
    return node.toString();
  }

  public static Question read(String text) {
    JsonNode node = parse(text);
    if (!node.path("conversation").canConvertToLong()) {
      throw new IllegalArgumentException("a question without its conversation");
    }
    return new Question(
        new ConversationId(node.path("conversation").longValue()),
        turn(node.path("parent")),
        turn(node.path("retry")),
        turn(node.path("edits")),
        node.path("text").asText(""),
        attachments(node.path("attachments")),
        node.path("askedBy").isTextual() ? new MessageId(node.path("askedBy").asText()) : null);
  }

  public static String writeAttachments(List<Attachment> attachments) {
    return nodes(attachments).toString();
  }

  public static List<Attachment> readAttachments(String text) {
    return attachments(parse(text));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not what was encoded", e);
    }
  }

  private static @Nullable TurnId turn(JsonNode node) {
    return node.canConvertToLong() ? new TurnId(node.longValue()) : null;
  }

  private static ArrayNode nodes(List<Attachment> attachments) {
    ArrayNode array = JSON.createArrayNode();
    for (Attachment attachment : attachments) {
      array
          .addObject()
          .put("name", attachment.name())
          .put("type", attachment.type())
          .put("bytes", attachment.bytes())
          .put("reference", attachment.reference());
    }
    return array;
  }

  private static List<Attachment> attachments(JsonNode array) {
    List<Attachment> attachments = new ArrayList<>();
    for (JsonNode node : array) {
      attachments.add(
          new Attachment(
              node.path("name").asText(""),
              node.path("type").asText(""),
              node.path("bytes").asLong(),
              node.path("reference").asText("")));
    }
    return attachments;
  }
}
