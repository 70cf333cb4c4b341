package io.switchboard.conversation.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A conversation as JSON, which {@link ReadJson} reads. */
public final class WriteJson {
  static final String FORMAT = "switchboard-conversation";
  static final int VERSION = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WriteJson() {}

  /** With line breaks, so that people can look into it. */
  public static String of(Whole whole) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION).put("title", whole.title());
    root.put("present", whole.present());
    ArrayNode turns = root.putArray("turns");
    for (Whole.Part part : whole.turns()) {
      ObjectNode turn = turns.addObject().put("number", part.number());
      turn.put("parent", part.parent()).put("variantOf", part.variantOf());
      if (!part.author().isEmpty()) {
        turn.put("author", part.author());
      }
      Whole.Said said = part.said();
      turn.put("question", said.question()).put("answer", said.answer());
      turn.put("complete", said.complete()).put("askedAt", said.at().toString());
      ArrayNode files = turn.putArray("files");
      part.files().forEach(files::add);
    }
    return root.toPrettyString() + "\n";
  }
}
