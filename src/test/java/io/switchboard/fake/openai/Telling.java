package io.switchboard.fake.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** Writes one answer as its script says. Interrupted when the asker goes away. */
final class Telling {
  private final Generation generation;
  private final Script script;
  private final OutputStream out;
  private final String id;

  Telling(Generation generation, Script script, OutputStream out, String id) {
    this.generation = generation;
    this.script = script;
    this.out = out;
    this.id = id;
  }

  /**
   * Writes it.
   *
   * @return whether the connection may be used again
   */
  boolean tell() throws IOException, InterruptedException {
    if (script.status() == 0) {
      hang();
    }
    String text = script.text(generation.question());
    if (script.status() != 200) {
      String type = script.body().startsWith("{") ? "application/json" : "text/html";
      generation.ended(Generation.State.REFUSED);
      Wire.whole(out, script.status(), type, script.headers(), script.body());
      return true;
    }
    if (!generation.request().path("stream").asBoolean()) {
      generation.add(text);
      generation.ended(Generation.State.COMPLETE);
      Wire.whole(out, 200, "application/json", script.headers(), document(text));
      return true;
    }
    Wire.streamHead(out, script.headers());
    ObjectNode first = chunk();
    delta(first).put("role", "assistant").putNull("content");
    event(first);
    tell("reasoning_content", script.reasoning());
    tell("content", text);
    return end();
  }

  private void tell(String field, String text) throws IOException, InterruptedException {
    for (int i = 0; i < text.length(); ) {
      int left = text.codePointCount(i, text.length());
      int end = text.offsetByCodePoints(i, Math.min(script.delta(), left));
      ObjectNode chunk = chunk();
      delta(chunk).put(field, text.substring(i, end));
      generation.adding();
      event(chunk);
      if (field.equals("content")) {
        generation.add(text.substring(i, end));
      }
      i = end;
      pause(script.pace());
    }
  }

  private boolean end() throws IOException, InterruptedException {
    switch (script.end()) {
      case COMPLETE, WITHOUT_DONE -> {
        // Ended before the last piece, so that whoever has read that sees it ended.
        generation.ended(Generation.State.COMPLETE);
        finish();
        if (script.end() == Script.End.COMPLETE) {
          Wire.chunk(out, "data: [DONE]\n\n");
        }
        Wire.end(out);
        return true;
      }
      case UNFINISHED -> {
        generation.ended(Generation.State.CUT);
        Wire.end(out);
        return true;
      }
      case CUT -> {
        generation.ended(Generation.State.CUT);
        Wire.chunk(out, "data: {\"id\":\"" + id + "\",\"cho");
        return false;
      }
      case ERROR, FAILED -> {
        generation.ended(Generation.State.REFUSED);
        Wire.chunk(
            out,
            "data: "
                + Wire.error("The server had an error while processing.", "server_error", "")
                + "\n\n");
        Wire.end(out);
        return true;
      }
      case COMMENTS -> {
        while (true) {
          Wire.chunk(out, ": still here\n\n");
          pause(Duration.ofMillis(20));
        }
      }
      case HANG -> hang();
      case RAW -> throw new IllegalStateException("told before");
    }
    return false;
  }

  private void finish() throws IOException {
    ObjectNode last = chunk();
    delta(last);
    ((ObjectNode) last.path("choices").path(0)).put("finish_reason", script.finish());
    boolean asked = generation.request().path("stream_options").path("include_usage").asBoolean();
    if (asked && script.usage() == Script.Usage.LAST_CHUNK) {
      last.set("usage", usage());
    }
    event(last);
    if (asked && script.usage() == Script.Usage.EXTRA_CHUNK) {
      ObjectNode extra = chunk();
      extra.putArray("choices");
      extra.set("usage", usage());
      event(extra);
    }
  }

  private String document(String text) {
    ObjectNode root = chunk();
    root.put("object", "chat.completion");
    ObjectNode choice = root.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", script.finish());
    choice.putObject("message").put("role", "assistant").put("content", text);
    root.set("usage", usage());
    return root.toString();
  }

  /** Four characters are a token here, in and out. */
  private JsonNode usage() {
    int in = generation.request().path("messages").toString().length() / 4;
    int out = (generation.sent().length() + script.reasoning().length()) / 4;
    ObjectNode usage = Wire.JSON.createObjectNode();
    return usage
        .put("prompt_tokens", in)
        .put("completion_tokens", out)
        .put("total_tokens", in + out);
  }

  private ObjectNode chunk() {
    ObjectNode chunk = Wire.JSON.createObjectNode();
    chunk.put("id", id).put("object", "chat.completion.chunk");
    chunk.put("created", generation.at().getEpochSecond());
    chunk.put("model", generation.request().path("model").asText());
    return chunk;
  }

  private static ObjectNode delta(ObjectNode chunk) {
    ObjectNode choice = chunk.putArray("choices").addObject();
    choice.put("index", 0).putNull("finish_reason");
    return choice.putObject("delta");
  }

  private void event(ObjectNode chunk) throws IOException {
    Wire.chunk(out, "data: " + chunk + "\n\n");
  }

  private static void hang() throws InterruptedException {
    pause(Duration.ofDays(1));
  }

  private static void pause(Duration time) throws InterruptedException {
    if (time.isPositive()) {
      Thread.sleep(time);
    } else if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** The list of models. */
  static String models(Iterable<String> names) {
    ObjectNode root = Wire.JSON.createObjectNode().put("object", "list");
    var data = root.putArray("data");
    for (String name : names) {
      data.addObject().put("id", name).put("object", "model").put("owned_by", "fake");
    }
    return root.toString();
  }

  static void whole(OutputStream out, Script refusal) throws IOException {
    Wire.whole(out, refusal.status(), "application/json", Map.of(), refusal.body());
  }
}
