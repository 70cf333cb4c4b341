package io.switchboard.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Upload;
import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sandbox's API; described in the package's own description. */
final class SandboxApi {
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "audio/ogg", "audio/mpeg", "audio/mp4", "audio/wav");
  private static final int MAX_BODY = 512 * 1024;
  private static final int MAX_TEXT = 100_000;
  private static final int MAX_KEY = 100;

  private final SandboxPlatform platform;
  private final SandboxInbox inbox;

  SandboxApi(SandboxPlatform platform, SandboxInbox inbox) {
    this.platform = platform;
    this.inbox = inbox;
  }

  void on(Routes routes) {
    routes
        .get("/sandbox/api/places/{place}/messages", guarded(this::messages))
        .get("/sandbox/api/files/{message}", guarded(this::file))
        .get("/sandbox/api/events", guarded(this::events))
        .post("/sandbox/api/messages", guarded(this::write))
        .post("/sandbox/api/presses", guarded(this::press))
        .post("/sandbox/api/likes", guarded(this::like));
  }

  /** Only for this machine; what changes something only as JSON from the same origin. */
  static Routes.Handler guarded(Routes.Handler handler) {
    return request -> {
      try {
        if (!request.local()) {
          throw new Refused(
              403,
              "The sandbox lets anybody be anybody, so it opens only in a browser on the machine"
                  + " that it runs on.");
        }
        if (request.method().equals("POST") && !(isJson(request) && request.sameOrigin())) {
          throw new Refused(415, "This takes JSON from its own pages.");
        }
        return handler.handle(request);
      } catch (Refused e) {
        String json = MessageJson.JSON.createObjectNode().put("error", e.why()).toString();
        return Response.json(json).status(e.status());
      }
    };
  }

  private static boolean isJson(Request request) {
    return request.header("Content-Type").orElse("").startsWith("application/json");
  }

  private Response messages(Request request) {
    Person person = person(request.query("as").orElse(""));
    Place place = place(person, request.param("place"));
    ArrayNode all = MessageJson.JSON.createArrayNode();
    List<SandboxMessage> seen =
        platform.table().in(place.id()).stream().filter(m -> m.visibleTo(person)).toList();
    List<Long> numbers = seen.stream().map(SandboxMessage::id).toList();
    var files = platform.files().of(numbers);
    var likes = platform.table().likes(numbers);
    seen.forEach(message -> all.add(MessageJson.of(message, files, likes)));
    return Response.json(all.toString());
  }

  private Response file(Request request) {
    Person person = person(request.query("as").orElse(""));
    SandboxMessage message = message("sandbox:" + request.param("message"), person);
    Upload file =
        platform
            .files()
            .whole(message.id())
            .orElseThrow(() -> new Refused(404, "There is no such file."));
    // Only what a browser shows without running anything in it is shown; the rest is saved.
    boolean shown = SHOWN.contains(file.type().replaceFirst(";.*", ""));
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.bytes(shown ? file.type() : "application/octet-stream", file.content())
        .header(
            "Content-Disposition",
            (shown ? "inline" : "attachment") + "; filename*=UTF-8''" + name);
  }

  private Response events(Request request) {
    Person person = person(request.query("as").orElse(""));
    return Response.events(events -> platform.watchers().add(person, events));
  }

  private Response write(Request request) {
    JsonNode body = body(request);
    Person person = person(body.path("as").asText());
    Place place = place(person, body.path("place").asText());
    if (place.id().equals(SandboxPlaces.COMMUNITY)) {
      throw new Refused(403, "Only the bot posts in the community channel.");
    }
    String text = body.path("text").asText().replace("\r\n", "\n").replace("\0", "").strip();
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw new Refused(400, "A message has 1 to " + MAX_TEXT + " characters.");
    }
    SandboxMessage answered = answered(body, person, place);
    String key = key(body);
    return Response.json(
        MessageJson.of(inbox.write(person, place, text, answered, key), Map.of(), Map.of())
            .toString());
  }

  private @Nullable SandboxMessage answered(JsonNode body, Person person, Place place) {
    if (!body.hasNonNull("replyTo")) {
      return null;
    }
    SandboxMessage message = message(body.path("replyTo").asText(), person);
    if (!message.place().equals(place.id())) {
      throw new Refused(400, "One replies where the message stands.");
    }
    return message;
  }

  private Response press(Request request) {
    JsonNode body = body(request);
    Person person = person(body.path("as").asText());
    SandboxMessage message = message(body.path("message").asText(), person);
    inbox.press(person, message, body.path("action").asText(), key(body));
    return Response.empty(204);
  }

  private Response like(Request request) {
    JsonNode body = body(request);
    Person person = person(body.path("as").asText());
    SandboxMessage message = message(body.path("message").asText(), person);
    if (!message.likeable()) {
      throw new Refused(409, "Only posts in the community channel can be liked.");
    }
    if (!body.path("liked").isBoolean()) {
      throw new Refused(400, "liked: true or false");
    }
    SandboxMessage after = inbox.like(person, message, body.path("liked").asBoolean());
    List<Long> one = List.of(after.id());
    return Response.json(
        MessageJson.of(after, platform.files().of(one), platform.table().likes(one)).toString());
  }

  private SandboxMessage message(String id, Person person) {
    return SandboxMessage.number(id)
        .flatMap(platform.table()::find)
        .filter(message -> message.visibleTo(person))
        .orElseThrow(() -> new Refused(404, "There is no such message."));
  }

  private static JsonNode body(Request request) {
    try {
      JsonNode body = MessageJson.JSON.readTree(request.body(MAX_BODY));
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException e) {
      // Said below.
    }
    throw new Refused(400, "This is no JSON object.");
  }

  private static Person person(String name) {
    return SandboxPeople.named(name)
        .orElseThrow(() -> new Refused(400, "as: a person of the sandbox, such as ada"));
  }

  private static Place place(Person person, String id) {
    Optional<Place> place =
        id.startsWith("sandbox:")
            ? SandboxPlaces.seenBy(person, new PlaceId(id))
            : Optional.empty();
    return place.orElseThrow(() -> new Refused(404, "There is no such place."));
  }

  private static String key(JsonNode body) {
    String key = body.path("key").asText();
    if (key.length() > MAX_KEY) {
      throw new Refused(400, "key: at most " + MAX_KEY + " characters");
    }
    return key.isEmpty() ? UUID.randomUUID().toString() : key;
  }
}
