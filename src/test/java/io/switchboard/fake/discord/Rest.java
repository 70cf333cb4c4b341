package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** Finds what a REST call means, and answers it within the rate limits. */
final class Rest {
  private static final Pattern BODYLESS = Pattern.compile("GET|DELETE");

  /** A failure that a test has ordered. */
  record Trouble(String call, int status, int code, boolean afterwards) {}

  /** A failure that stays, of calls with such a body. */
  record Lasting(String call, String contains, int status, int code) {}

  private final World world;
  private final Wire settings;
  private final Limits limits;
  private final RestMessages messages;
  private final RestInteractions interactions;
  private final RestThreads threads;
  private final List<Trouble> ordered = new ArrayList<>();
  private final List<Lasting> lasting = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<String, String>> moments = new CopyOnWriteArrayList<>();
  private final List<BiPredicate<String, String>> arrivals = new CopyOnWriteArrayList<>();

  Rest(World world, Wire settings, Limits limits, Gateway gateway) {
    this.world = world;
    this.settings = settings;
    this.limits = limits;
    messages = new RestMessages(world, gateway);
    interactions = new RestInteractions(world, messages, gateway);
    threads = new RestThreads(world, messages, gateway);
  }

  /** The next call that matches fails: before it has happened, or (for a lost answer) after. */
  void trouble(Trouble trouble) {
    synchronized (ordered) {
      ordered.add(trouble);
    }
  }

  /** What was refused so is refused no more. */
  void refusesNoMore() {
    lasting.clear();
  }

  /** From now on such calls fail, whoever repeats them. */
  void refuses(Lasting refusal) {
    lasting.add(refusal);
  }

  /** Is told each call and its body, once it has had its effect and before it is answered. */
  void onEffect(BiConsumer<String, String> moment) {
    moments.add(moment);
  }

  /** Is told each call and its body when it comes; one that it takes has no effect. */
  void onArrival(BiPredicate<String, String> arrival) {
    arrivals.add(arrival);
  }

  /** With Discord's own time. */
  MockResponse answer(RecordedRequest request) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(world.now().atZone(ZoneOffset.UTC));
    return answered(request).newBuilder().setHeader("Date", date).build();
  }

  private MockResponse answered(RecordedRequest request) {
    String path = request.getUrl().encodedPath().replaceFirst("^/api/v10", "");
    String call = request.getMethod() + " " + path;
    world.calls.add(call);
    String[] parts = path.substring(1).split("/");
    boolean interaction = parts[0].equals("interactions") || parts[0].equals("webhooks");
    if (!interaction
        && !("Bot " + settings.token()).equals(request.getHeaders().get("Authorization"))) {
      return json(401, error(0, "401: Unauthorized")).build();
    }
    Limits.Standing paused = limits.paused(bucket(request.getMethod(), parts));
    if (paused != null) {
      world.held.incrementAndGet();
      return tooMany(paused, false);
    }
    Limits.Standing standing = limits.call(bucket(request.getMethod(), parts), isMessage(parts));
    Limits.Standing global = interaction || standing.over() ? standing : limits.global();
    if (standing.over() || global.over()) {
      world.violation("429 provoked: " + call);
      return tooMany(standing.over() ? standing : global, !standing.over());
    }
    Trouble trouble = trouble(call);
    if (trouble != null && !trouble.afterwards()) {
      return trouble.status() == 0
          ? cut()
          : json(trouble.status(), error(trouble.code(), "ordered")).build();
    }
    MockResponse.Builder response;
    Parts parsed = Parts.of(request);
    String text = parsed.json();
    for (Lasting refusal : lasting) {
      if (call.matches(refusal.call) && text.contains(refusal.contains)) {
        return json(refusal.status, error(refusal.code, "ordered")).build();
      }
    }
    for (BiPredicate<String, String> arrival : arrivals) {
      if (arrival.test(call, text)) {
        return cut();
      }
    }
    try {
      JsonNode body =
          BODYLESS.matcher(request.getMethod()).matches() ? Json.object() : Json.parse(text);
      synchronized (world) {
        parsed.announce(body, world);
        JsonNode result = route(request.getMethod(), parts, body, request);
        response = result == null ? new MockResponse.Builder().code(204) : json(200, result);
      }
    } catch (Refusal e) {
      if (e.fault) {
        world.violation(call + " refused: " + e.code + " " + e.getMessage());
      }
      ObjectNode told = error(e.code, e.getMessage());
      response = json(e.status, e.retryAfter > 0 ? told.put("retry_after", e.retryAfter) : told);
      if (e.status == 429) {
        response
            .setHeader("Via", "1.1 google")
            .setHeader("Retry-After", (long) Math.ceil(e.retryAfter));
      }
    }
    moments.forEach(moment -> moment.accept(call, text));
    if (trouble != null) {
      return cut();
    }
    return response
        .setHeader(
            "X-RateLimit-Bucket", Integer.toHexString(kind(request.getMethod(), parts).hashCode()))
        .setHeader("X-RateLimit-Limit", standing.limit())
        .setHeader("X-RateLimit-Remaining", standing.remaining())
        .setHeader("X-RateLimit-Reset-After", standing.resetAfterMillis() / 1000.0)
        .setHeader(
            "X-RateLimit-Reset",
            (System.currentTimeMillis() + standing.resetAfterMillis()) / 1000.0)
        .build();
  }

  private JsonNode route(String method, String[] p, JsonNode body, RecordedRequest request) {
    String shape = method + " " + kind(method, p).substring(method.length() + 1);
    return switch (shape) {
      case "GET users/@me" -> Json.user(World.BOT);
      case "GET gateway", "GET gateway/bot" -> gateway();
      case "GET applications/@me", "GET oauth2/applications/@me" ->
          settings.setup().application(settings.contentIntentAllowed());
      case "GET users/@me/guilds" -> settings.setup().servers();
      case "GET guilds/*" -> settings.setup().server(id(p[1]));
      case "GET guilds/*/threads/active" -> threads.active();
      case "GET guilds/*/roles" -> settings.setup().roles(id(p[1]));
      case "GET guilds/*/members/*" -> settings.setup().member(id(p[1]), id(p[3]));
      case "POST users/@me/channels" -> threads.openPrivate(body);
      case "PUT applications/*/commands" -> interactions.register(body);
      case "GET applications/*/commands" -> world.commands;
      case "GET channels/*" -> settings.told(world.channel(id(p[1])));
      case "POST channels/*/typing" -> typing(id(p[1]));
      case "GET channels/*/messages" ->
          settings.setup().readable(id(p[1]))
              ? messages.after(
                  id(p[1]),
                  request.getUrl().queryParameter("after"),
                  request.getUrl().queryParameter("limit"))
              : Json.array();
      case "GET channels/*/messages/*" ->
          Json.message(world, world.message(world.channel(id(p[1])), id(p[3])));
      case "POST channels/*/messages" -> messages.create(id(p[1]), body);
      case "PATCH channels/*/messages/*" -> messages.edit(id(p[1]), id(p[3]), body);
      case "DELETE channels/*/messages/*" -> messages.delete(id(p[1]), id(p[3]));
      case "POST channels/*/messages/*/threads" -> threads.fromMessage(id(p[1]), id(p[3]), body);
      case "PATCH channels/*" -> threads.modify(id(p[1]), body);
      case "DELETE channels/*" -> threads.delete(id(p[1]));
      case "POST channels/*/threads" -> threads.post(id(p[1]), body);
      case "POST interactions/*/*/callback" ->
          interactions.callback(
              id(p[1]),
              p[2],
              body,
              "true".equals(request.getUrl().queryParameter("with_response")));
      case "POST webhooks/*/*" -> interactions.followUp(p[2], body);
      case "GET webhooks/*/*/messages/*" -> interactions.get(p[2], p[4]);
      case "PATCH webhooks/*/*/messages/*" -> interactions.edit(p[2], p[4], body);
      case "DELETE webhooks/*/*/messages/*" -> interactions.delete(p[2], p[4]);
      default -> throw Refusal.fault(404, 0, "404: Not Found (this fake knows no " + shape + ")");
    };
  }

  private ObjectNode gateway() {
    ObjectNode json =
        Json.object().put("url", settings.gatewayUrl()).put("shards", settings.setup().shards());
    json.putObject("session_start_limit")
        .put("total", 1000)
        .put("remaining", 999)
        .put("reset_after", 1000)
        .put("max_concurrency", settings.setup().shards());
    return json;
  }

  private JsonNode typing(long channel) {
    world.channel(channel);
    world.typing.add("" + channel);
    return null;
  }

  private static long id(String text) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.form("Value \"" + text + "\" is not snowflake.");
    }
  }

  /** The route with its ids as stars: what shares a bucket's name. */
  private static String kind(String method, String[] parts) {
    StringBuilder kind = new StringBuilder(method).append(' ');
    boolean token = parts[0].equals("webhooks") || parts[0].equals("interactions");
    for (int i = 0; i < parts.length; i++) {
      boolean id = parts[i].matches("\\d+") || (token && i == 2) || parts[i].equals("@original");
      kind.append(i == 0 ? "" : "/").append(id ? "*" : parts[i]);
    }
    return kind.toString();
  }

  private static String bucket(String method, String[] parts) {
    String major = parts.length > 1 ? parts[1] : "";
    String token = parts.length > 2 && parts[0].equals("webhooks") ? parts[2] : "";
    return kind(method, parts) + major + token;
  }

  private static boolean isMessage(String[] parts) {
    return parts.length > 2
        && (parts[0].equals("channels") && parts[2].equals("messages")
            || parts[0].equals("webhooks"));
  }

  private Trouble trouble(String call) {
    synchronized (ordered) {
      for (Trouble trouble : ordered) {
        if (call.matches(trouble.call())) {
          ordered.remove(trouble);
          return trouble;
        }
      }
      return null;
    }
  }

  private static MockResponse cut() {
    return new MockResponse.Builder()
        .onResponseStart(new SocketEffect.CloseSocket(true, true, true))
        .build();
  }

  private static MockResponse tooMany(Limits.Standing standing, boolean global) {
    double seconds = standing.resetAfterMillis() / 1000.0;
    ObjectNode body =
        Json.object()
            .put("message", "You are being rate limited.")
            .put("retry_after", seconds)
            .put("global", global);
    MockResponse.Builder response =
        json(429, body)
            .setHeader("Via", "1.1 google")
            .setHeader("Retry-After", (long) Math.ceil(seconds))
            .setHeader("X-RateLimit-Scope", global ? "global" : "user")
            .setHeader("X-RateLimit-Limit", standing.limit())
            .setHeader("X-RateLimit-Remaining", 0)
            .setHeader("X-RateLimit-Reset-After", seconds);
    return (global ? response.setHeader("X-RateLimit-Global", "true") : response).build();
  }

  private static ObjectNode error(int code, String message) {
    return Json.object().put("message", message).put("code", code);
  }

  private static MockResponse.Builder json(int status, JsonNode body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body instanceof ArrayNode ? body.toString() : body.toString());
  }
}
