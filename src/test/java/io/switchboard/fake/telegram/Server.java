package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.fake.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP of it: {@code /bot<token>/<method>} and {@code /file/bot<token>/<path>}. */
final class Server {
  private final BotApi api;
  private final World world;
  private final String token;
  private HttpServer http;
  private ExecutorService threads;
  private final int port = Ports.free();
  private volatile String breakage = "";

  Server(BotApi api, World world, String token) {
    this.api = api;
    this.world = world;
    this.token = token;
  }

  synchronized void up() {
    if (http != null) {
      return;
    }
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads = Executors.newVirtualThreadPerTaskExecutor();
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  synchronized void down() {
    if (http != null) {
      http.stop(0);
      threads.shutdownNow();
      http = null;
    }
  }

  int port() {
    return port;
  }

  /** Every answer is this page with status 502; empty for none. */
  void breakWith(String html) {
    breakage = html;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!breakage.isEmpty()) {
        send(exchange, 502, "text/html", breakage.getBytes());
        return;
      }
      String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 3);
      if (path.length == 3 && path[0].equals("file") && path[1].equals("bot" + token)) {
        file(exchange, path[2]);
        return;
      }
      ObjectNode answer = Call.JSON.createObjectNode();
      int status = path.length == 2 ? fill(exchange, path, answer) : 404;
      if (path.length != 2) {
        refuse(answer, new Refusal(404, "Not Found", Map.of()));
      }
      if (status == 0) {
        return; // the connection is closed without an answer
      }
      send(exchange, status, "application/json", Call.JSON.writeValueAsBytes(answer));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int fill(HttpExchange exchange, String[] path, ObjectNode answer)
      throws IOException, InterruptedException {
    try {
      if (!path[0].equals("bot" + token)) {
        throw new Refusal(401, "Unauthorized", Map.of());
      }
      answer.put("ok", true);
      answer.set("result", api.answer(Call.of(path[1], exchange)));
      return 200;
    } catch (Refusal refusal) {
      refuse(answer, refusal);
      return refusal.code;
    } catch (RuntimeException e) {
      world.violation("the call " + path[1] + " broke the fake: " + e);
      refuse(answer, new Refusal(500, "Internal Server Error", Map.of()));
      return 500;
    }
  }

  private static void refuse(ObjectNode answer, Refusal refusal) {
    answer.put("ok", false);
    answer.put("error_code", refusal.code);
    answer.put("description", refusal.getMessage());
    if (!refusal.parameters.isEmpty()) {
      answer.set("parameters", Call.JSON.valueToTree(refusal.parameters));
    }
  }

  private void file(HttpExchange exchange, String path) throws IOException {
    byte[] bytes;
    synchronized (world) {
      bytes = world.files.get(path.replace("documents/", ""));
    }
    if (bytes == null) {
      send(exchange, 404, "text/plain", new byte[0]);
    } else {
      send(exchange, 200, "application/octet-stream", bytes);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
