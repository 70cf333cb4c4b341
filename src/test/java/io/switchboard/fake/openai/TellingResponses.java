package io.switchboard.fake.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Writes one response as its script says. Interrupted when the asker goes away. */
final class TellingResponses {
  private final Generation generation;
  private final Script script;
  private final OutputStream out;
  private final String id;
  private final boolean bare;
  private int sequence;

  /**
   * @param bare whether names, sequence numbers and indexes are left out, as some servers do
   */
  TellingResponses(
      Generation generation, Script script, OutputStream out, String id, boolean bare) {
    this.generation = generation;
    this.script = script;
    this.out = out;
    this.id = id;
    this.bare = bare;
  }

  /**
   * Writes it.
   *
   * @return whether the connection may be used again
   */
  boolean tell() throws IOException, InterruptedException {
    if (script.status() == 0) {
      pause(Duration.ofDays(1));
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
      Wire.whole(out, 200, "application/json", script.headers(), whole(status()).toString());
      return true;
    }
    Wire.streamHead(out, script.headers());
    event("response.created", wrapped("in_progress"));
    event("response.in_progress", wrapped("in_progress"));
    deltas("response.reasoning_summary_text.delta", script.reasoning(), 0);
    ObjectNode item = Wire.JSON.createObjectNode();
    item.putObject("item").put("type", "message").put("id", "msg_1");
    event("response.output_item.added", item);
    deltas("response.output_text.delta", text, 1);
    return end(text);
  }

  private void deltas(String type, String text, int item) throws IOException, InterruptedException {
    for (int i = 0; i < text.length(); ) {
      int left = text.codePointCount(i, text.length());
      int end = text.offsetByCodePoints(i, Math.min(script.delta(), left));
      ObjectNode node = Wire.JSON.createObjectNode();
      node.put("item_id", "msg_" + item).put("delta", text.substring(i, end));
      if (!bare) {
        node.put("output_index", item).put("content_index", 0);
      }
      generation.adding();
      event(type, node);
      if (item == 1) {
        generation.add(text.substring(i, end));
      }
      i = end;
      pause(script.pace());
    }
  }

  private boolean end(String text) throws IOException, InterruptedException {
    switch (script.end()) {
      case COMPLETE, WITHOUT_DONE -> {
        ObjectNode done = Wire.JSON.createObjectNode();
        event("response.output_text.done", done.put("text", text));
        generation.ended(Generation.State.COMPLETE);
        event(
            status().equals("completed") ? "response.completed" : "response.incomplete",
            wrapped(status()));
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
        Wire.chunk(out, "event: response.output_text.delta\ndata: {\"type\":\"resp");
        return false;
      }
      case ERROR -> {
        generation.ended(Generation.State.REFUSED);
        ObjectNode error = Wire.JSON.createObjectNode();
        error.put("code", "server_error").put("message", "The server had an error.");
        event("error", error.putNull("param"));
        Wire.end(out);
        return true;
      }
      case FAILED -> {
        generation.ended(Generation.State.REFUSED);
        event("response.failed", wrapped("failed"));
        Wire.end(out);
        return true;
      }
      case COMMENTS -> {
        while (true) {
          Wire.chunk(out, ": still here\n\n");
          pause(Duration.ofMillis(20));
        }
      }
      case HANG -> pause(Duration.ofDays(1));
    }
    return false;
  }

  private String status() {
    return script.finish().equals("stop") ? "completed" : "incomplete";
  }

  private ObjectNode wrapped(String status) {
    ObjectNode node = Wire.JSON.createObjectNode();
    node.set("response", whole(status));
    return node;
  }

  private ObjectNode whole(String status) {
    ObjectNode root = Wire.JSON.createObjectNode();
    root.put("id", id).put("object", "response").put("status", status);
    root.put("model", generation.request().path("model").asText());
    if (status.equals("failed")) {
      root.putObject("error").put("code", "server_error").put("message", "It failed.");
    } else {
      root.putNull("error");
    }
    if (status.equals("incomplete")) {
      String why = script.finish().equals("length") ? "max_output_tokens" : script.finish();
      root.putObject("incomplete_details").put("reason", why);
    } else {
      root.putNull("incomplete_details");
    }
    boolean over = status.equals("completed") || status.equals("incomplete");
    var output = root.putArray("output");
    if (over) {
      ObjectNode message = output.addObject().put("type", "message").put("id", "msg_1");
      message.put("status", "completed").put("role", "assistant");
      message
          .putArray("content")
          .addObject()
          .put("type", "output_text")
          .put("text", generation.sent())
          .putArray("annotations");
    }
    if (over && script.usage() != Script.Usage.NONE) {
      int in = generation.request().path("input").toString().length() / 4;
      int outTokens = (generation.sent().length() + script.reasoning().length()) / 4;
      root.putObject("usage")
          .put("input_tokens", in)
          .put("output_tokens", outTokens)
          .put("total_tokens", in + outTokens);
    } else {
      root.putNull("usage");
    }
    return root;
  }

  private void event(String type, ObjectNode node) throws IOException {
    node.put("type", type);
    if (!bare) {
      node.put("sequence_number", sequence++);
    }
    Wire.chunk(out, (bare ? "" : "event: " + type + "\n") + "data: " + node + "\n\n");
  }

  private static void pause(Duration time) throws InterruptedException {
    if (time.isPositive()) {
      Thread.sleep(time);
    } else if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
