package io.switchboard.conversation.export;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link WriteJson} wrote, or what somebody says it did. */
public final class ReadJson {
  /** In bytes. */
  public static final int LARGEST = 8_000_000;

  private static final int MOST_TURNS = 5_000;
  private static final int LONGEST = 1_000_000;
  private static final int MOST_FILES = 50;
  private static final Set<String> ROOT = Set.of("format", "version", "title", "present", "turns");
  private static final Set<String> TURN =
      Set.of(
          "number",
          "parent",
          "variantOf",
          "author",
          "question",
          "answer",
          "complete",
          "askedAt",
          "files");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(10)
                          .maxStringLength(LONGEST)
                          .maxNumberLength(20)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ReadJson() {}

  /** It is not what it should be. The message says what is wrong, in English, with where. */
  public static final class NotOurs extends Exception {
    private NotOurs(String what) {
      super(what);
    }
  }

  /**
   * Reads a file.
   *
   * @throws NotOurs if anything in it is not as it should be
   */
  public static Whole of(byte[] file) throws NotOurs {
    if (file.length > LARGEST) {
      throw new NotOurs("larger than " + LARGEST + " bytes");
    }
    JsonNode root = parse(file);
    require(root.isObject(), "not a JSON object");
    onlyThese(root, ROOT, "");
    require(WriteJson.FORMAT.equals(root.path("format").asText()), "format");
    require(root.path("version").asInt() == WriteJson.VERSION, "version");
    String title = text(root, "title", 1_000, "");
    require(root.path("turns").isArray(), "turns");
    require(root.path("turns").size() <= MOST_TURNS, "turns: more than " + MOST_TURNS);
    List<Whole.Part> turns = new ArrayList<>();
    for (JsonNode turn : root.path("turns")) {
      turns.add(turn(turn, turns));
    }
    Integer present = before(root, "present", turns.size() + 1, "");
    return new Whole(title, turns, present);
  }

  private static JsonNode parse(byte[] file) throws NotOurs {
    try {
      JsonNode root = JSON.readTree(file);
      require(root != null, "empty");
      return root;
    } catch (JacksonException e) {
      throw new NotOurs(
          "not JSON: line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new NotOurs("not JSON");
    }
  }

  private static Whole.Part turn(JsonNode turn, List<Whole.Part> before) throws NotOurs {
    int number = before.size() + 1;
    String where = "turn " + number + ": ";
    require(turn.isObject(), where + "not an object");
    onlyThese(turn, TURN, where);
    require(
        turn.path("number").isInt() && turn.path("number").intValue() == number, where + "number");
    Integer parent = before(turn, "parent", number, where);
    Integer variantOf = before(turn, "variantOf", number, where);
    if (variantOf != null) {
      Whole.Part first = before.get(variantOf - 1);
      boolean beside = first.parent() == null ? parent == null : first.parent().equals(parent);
      require(beside && first.variantOf() == null, where + "variantOf");
    }
    require(turn.path("complete").isBoolean(), where + "complete");
    List<String> files = new ArrayList<>();
    require(
        turn.path("files").isArray() && turn.path("files").size() <= MOST_FILES, where + "files");
    for (JsonNode file : turn.path("files")) {
      require(file.isTextual() && file.asText().length() <= 300, where + "files");
      files.add(file.asText());
    }
    String author = turn.has("author") ? text(turn, "author", 400, where) : "";
    Whole.Said said =
        new Whole.Said(
            text(turn, "question", LONGEST, where),
            text(turn, "answer", LONGEST, where),
            turn.path("complete").booleanValue(),
            instant(text(turn, "askedAt", 40, where), where));
    return new Whole.Part(number, parent, variantOf, author, said, files);
  }

  private static @Nullable Integer before(JsonNode node, String field, int number, String where)
      throws NotOurs {
    JsonNode value = node.path(field);
    require(value.isNull() || value.isInt(), where + field);
    if (value.isNull()) {
      return null;
    }
    require(value.intValue() >= 1 && value.intValue() < number, where + field);
    return value.intValue();
  }

  private static String text(JsonNode node, String field, int longest, String where)
      throws NotOurs {
    JsonNode value = node.path(field);
    require(value.isTextual() && value.asText().length() <= longest, where + field);
    return value.asText();
  }

  private static Instant instant(String text, String where) throws NotOurs {
    try {
      Instant at = Instant.parse(text);
      require(
          at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("2200-01-01T00:00:00Z")),
          where + "askedAt");
      return at;
    } catch (DateTimeException e) {
      throw new NotOurs(where + "askedAt");
    }
  }

  private static void onlyThese(JsonNode node, Set<String> known, String where) throws NotOurs {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      require(known.contains(name), where + "an unknown field");
    }
  }

  private static void require(boolean right, String what) throws NotOurs {
    if (!right) {
      throw new NotOurs(what);
    }
  }
}
