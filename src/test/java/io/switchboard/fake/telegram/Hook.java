package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Brings updates to the webhook, oldest first, each until it is answered with 2xx; while one is
 * set, polling is refused. Takes http addresses too, as a Bot API server of one's own does.
 */
final class Hook {
  private final World world;
  private final UpdateQueue updates;
  private String url = "";
  private String secret = "";
  private String lastError = "";
  private Thread bringing;

  Hook(World world, UpdateQueue updates) {
    this.world = world;
    this.updates = updates;
  }

  synchronized JsonNode set(Call call) {
    String where = call.text("url");
    String word = call.text("secret_token");
    if (!where.isEmpty() && !where.matches("https?://[^/]+(/.*)?")) {
      throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    }
    if (!word.matches("[A-Za-z0-9_-]{0,256}")) {
      throw Refusal.badRequest("secret token contains unallowed characters");
    }
    if (word.isEmpty()) {
      world.violation("a webhook without a secret token");
    }
    if (!call.object("allowed_updates").isArray()) {
      world.violation("allowed_updates is no list");
    }
    forgetIfAsked(call);
    stop();
    url = where;
    secret = word;
    updates.endPoll();
    if (!where.isEmpty()) {
      bringing = Thread.ofVirtual().start(this::bring);
    }
    return BooleanNode.TRUE;
  }

  synchronized JsonNode take(Call call) {
    forgetIfAsked(call);
    stop();
    url = "";
    return BooleanNode.TRUE;
  }

  private void forgetIfAsked(Call call) {
    if (call.text("drop_pending_updates").equals("true")) {
      updates.drop();
    }
  }

  synchronized void stop() {
    if (bringing != null) {
      bringing.interrupt();
      bringing = null;
    }
  }

  synchronized JsonNode info() {
    ObjectNode info = Call.JSON.createObjectNode().put("url", url);
    info.put("has_custom_certificate", false).put("pending_update_count", updates.waiting());
    if (!lastError.isEmpty()) {
      info.put("last_error_date", System.currentTimeMillis() / 1000);
      info.put("last_error_message", lastError);
    }
    return info;
  }

  synchronized void refusePolling() {
    if (!url.isEmpty()) {
      throw new Refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first",
          Map.of());
    }
  }

  private void bring() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!Thread.currentThread().isInterrupted()) {
        ObjectNode update = updates.oldest();
        if (update != null && !brought(http, update)) {
          Thread.sleep(100);
        }
      }
    } catch (InterruptedException over) {
      // Another webhook, or none.
    }
  }

  private boolean brought(HttpClient http, ObjectNode update) throws InterruptedException {
    String to;
    String word;
    synchronized (this) {
      to = url;
      word = secret;
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(to))
            .header("Content-Type", "application/json")
            .header("X-Telegram-Bot-Api-Secret-Token", word)
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(update.toString()))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) {
        updates.taken(update.path("update_id").asInt());
        return true;
      }
      failed("Wrong response from the webhook: " + status);
    } catch (IOException e) {
      failed("Connection refused");
    }
    return false;
  }

  private synchronized void failed(String why) {
    lastError = why;
  }
}
