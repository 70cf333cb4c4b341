package io.switchboard.fake.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.switchboard.fake.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** See the package's description. All methods may be called from any thread at any time. */
public final class FakeOpenAi implements AutoCloseable {
  /** The only key that is let in, unless {@link #key(String)} says otherwise. */
  public static final String KEY = "sk-fake-0123456789abcdefghij";

  private record Rule(Predicate<String> question, Script script) {}

  private final Connections connections;
  private final List<Generation> generations = new CopyOnWriteArrayList<>();
  private final Queue<Script> once = new ConcurrentLinkedQueue<>();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final Set<String> models = ConcurrentHashMap.newKeySet();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger unauthorised = new AtomicInteger();
  private volatile Script usual = Script.usual();
  private volatile String key = KEY;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean bare;
  private volatile int refuseAbove = Integer.MAX_VALUE;

  private FakeOpenAi(int port) throws IOException {
    connections = new Connections(port, this::route);
    models.addAll(List.of("gpt-5-mini", "gpt-4o-mini", "local-model"));
    connections.open();
  }

  public static FakeOpenAi start() {
    try {
      return new FakeOpenAi(Ports.free());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return connections.port();
  }

  /** What goes into the configuration as baseUrl. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /** The next requests are treated so, one after the other, before any rule. */
  public FakeOpenAi next(Script... scripts) {
    once.addAll(List.of(scripts));
    return this;
  }

  /** What {@link #next} said and has not happened yet does not happen. */
  public FakeOpenAi forgetNext() {
    once.clear();
    return this;
  }

  /** Questions that contain this are treated so; the latest rule that fits counts. */
  public FakeOpenAi when(String contains, Script script) {
    rules.addFirst(new Rule(question -> question.contains(contains), script));
    return this;
  }

  /** All other questions are treated so. */
  public FakeOpenAi otherwise(Script script) {
    usual = script;
    return this;
  }

  /** Only this key is let in from now on. */
  public FakeOpenAi key(String only) {
    key = only;
    return this;
  }

  /** This parameter is refused as unknown from now on. */
  public FakeOpenAi unknownParameter(String name) {
    unknown.add(name);
    return this;
  }

  /** There is this model too. */
  public FakeOpenAi model(String name) {
    models.add(name);
    return this;
  }

  /** What was sent to be written down: the names, types and sizes of files. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  /** Responses' events come without names, sequence numbers and indexes from now on. */
  public FakeOpenAi bareEvents() {
    bare = true;
    return this;
  }

  /** More requests at once than this are refused with 429. */
  public FakeOpenAi refuseAbove(int atOnce) {
    refuseAbove = atOnce;
    return this;
  }

  /** Every request that was let in, oldest first. */
  public List<Generation> generations() {
    return List.copyOf(generations);
  }

  /** The requests whose question contains this, oldest first. */
  public List<Generation> answersFor(String question) {
    return generations.stream().filter(g -> g.question().contains(question)).toList();
  }

  /** How many requests the asker went away from. */
  public long aborted() {
    return generations.stream().filter(g -> g.state() == Generation.State.ABORTED).count();
  }

  /** How many answers are being given. */
  public int runningNow() {
    return running.get();
  }

  /**
   * The most that were given at once. An answer stops counting before its last piece is sent; one
   * that its asker went away from counts until that is noticed here.
   */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** How many connections were made. */
  public int connections() {
    return connections.made();
  }

  /** How many requests came with a wrong key or none. */
  public int unauthorised() {
    return unauthorised.get();
  }

  private boolean route(Wire.Request request, OutputStream out)
      throws IOException, InterruptedException {
    if (!("Bearer " + key).equals(request.headers().get("Authorization"))) {
      unauthorised.incrementAndGet();
      Telling.whole(
          out,
          Script.refuse(
              401,
              "invalid_request_error",
              "invalid_api_key",
              "Incorrect API key provided: " + request.headers().get("Authorization")));
      return true;
    }
    switch (request.method() + " " + request.path()) {
      case "GET /v1/models" -> {
        Wire.whole(out, 200, "application/json", Map.of(), Telling.models(models));
        return true;
      }
      case "POST /v1/chat/completions" -> {
        return generate(request, out, true);
      }
      case "POST /v1/audio/transcriptions" -> {
        Media.transcribe(request, out, heard, once.poll());
        return true;
      }
      case "POST /v1/images/generations" -> {
        Media.draw(json(request), out, heard, once.poll());
        return true;
      }
      case "POST /v1/audio/speech" -> {
        Media.speak(json(request), out, heard, once.poll());
        return true;
      }
      case "POST /v1/responses" -> {
        return generate(request, out, false);
      }
      default -> {
        Telling.whole(
            out,
            Script.refuse(
                404,
                "invalid_request_error",
                "unknown_url",
                "Unknown request URL: " + request.path()));
        return true;
      }
    }
  }

  private boolean generate(Wire.Request request, OutputStream out, boolean chat)
      throws IOException, InterruptedException {
    JsonNode body = json(request);
    Optional<Script> refusal =
        chat
            ? ChatCheck.refusal(body, models, unknown)
            : ResponsesCheck.refusal(body, models, unknown);
    if (refusal.isPresent()) {
      Telling.whole(out, refusal.get());
      return true;
    }
    Generation generation =
        new Generation(
            body,
            chat ? ChatCheck.question(body) : ResponsesCheck.question(body),
            Instant.now(),
            running::decrementAndGet);
    generations.add(generation);
    int now = running.incrementAndGet();
    mostAtOnce.accumulateAndGet(now, Math::max);
    try {
      Script script = now > refuseAbove ? Script.busy(1) : script(generation.question());
      if (script.end() == Script.End.RAW) {
        return Raw.tell(generation, script, out);
      }
      int id = generations.size();
      return chat
          ? new Telling(generation, script, out, "chatcmpl-" + id).tell()
          : new TellingResponses(generation, script, out, "resp_" + id, bare).tell();
    } catch (IOException | InterruptedException gone) {
      generation.ended(Generation.State.ABORTED);
      throw gone;
    }
  }

  private Script script(String question) {
    Script next = once.poll();
    if (next != null) {
      return next;
    }
    return rules.stream()
        .filter(rule -> rule.question().test(question))
        .map(Rule::script)
        .findFirst()
        .orElse(usual);
  }

  private static JsonNode json(Wire.Request request) {
    String type = request.headers().getOrDefault("Content-Type", "");
    if (!type.startsWith("application/json")) {
      return MissingNode.getInstance();
    }
    try {
      return Wire.JSON.readTree(new String(request.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Goes away at once, with whatever is running. */
  @Override
  public void close() {
    connections.close();
  }
}
