package io.switchboard.web.share;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.http.Response;
import io.switchboard.share.SharedCopy;
import io.switchboard.web.PageFrame;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A share as a file to keep. */
final class ShareFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ShareFiles() {}

  static Response markdown(SharedCopy copy, PageFrame frame) {
    StringBuilder text = new StringBuilder("# ").append(oneLine(copy.title())).append("\n");
    for (SharedCopy.SharedTurn turn : copy.turns()) {
      text.append("\n## ").append(frame.say("web.question")).append("\n\n");
      text.append(turn.question().strip());
      text.append("\n\n## ").append(frame.say("web.answer")).append("\n\n");
      text.append(turn.answer().strip()).append("\n");
      for (String variant : turn.variants()) {
        text.append("\n## ").append(frame.say("web.variant")).append("\n\n");
        text.append(variant.strip()).append("\n");
      }
    }
    return Response.text("text/markdown; charset=utf-8", text.toString())
        .header("Content-Disposition", attachment(copy.title(), "md"));
  }

  static Response json(SharedCopy copy) {
    Instant end = copy.endsAt();
    ObjectNode json = JSON.createObjectNode();
    json.put("title", copy.title());
    json.put("owner", copy.owner());
    json.put("frozenAt", copy.frozenAt().toString());
    json.put("endsAt", end == null ? null : end.toString());
    ArrayNode turns = json.putArray("turns");
    for (SharedCopy.SharedTurn turn : copy.turns()) {
      ObjectNode one = turns.addObject();
      one.put("question", turn.question()).put("answer", turn.answer());
      if (!turn.variants().isEmpty()) {
        ArrayNode variants = one.putArray("variants");
        turn.variants().forEach(variants::add);
      }
    }
    return Response.json(json.toPrettyString())
        .header("Content-Disposition", attachment(copy.title(), "json"));
  }

  static String attachment(String title, String ending) {
    String name = oneLine(title).replaceAll("[\\\\/:*?\"<>|]", " ").strip();
    String cut = name.substring(0, name.offsetByCodePoints(0, Math.min(60, points(name))));
    String encoded =
        URLEncoder.encode((cut.isEmpty() ? "share" : cut) + "." + ending, StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A");
    return "attachment; filename=\"share." + ending + "\"; filename*=UTF-8''" + encoded;
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
