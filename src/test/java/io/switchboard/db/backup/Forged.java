package io.switchboard.db.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A backup that somebody changed by hand, and gave a checksum that is right. */
final class Forged {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> lines;

  private Forged(List<String> lines) {
    this.lines = lines;
  }

  static Forged of(Path backup) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(backup))) {
      List<String> lines =
          new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      lines.removeLast();
      return new Forged(lines);
    }
  }

  /** Puts a value (as JSON) into a column of a row of a table; rows count from 1. */
  Forged value(String table, int row, String column, String json) throws IOException {
    int head = head(table);
    int place = -1;
    ObjectNode of = (ObjectNode) JSON.readTree(lines.get(head));
    for (int i = 0; i < of.path("columns").size(); i++) {
      place = of.path("columns").get(i).asText().equals(column) ? i : place;
    }
    ArrayNode values = (ArrayNode) JSON.readTree(lines.get(head + row));
    values.set(place, JSON.readTree(json));
    lines.set(head + row, values.toString());
    return this;
  }

  /** Changes the head of a table. */
  Forged head(String table, String from, String to) throws IOException {
    int head = head(table);
    lines.set(head, lines.get(head).replace(from, to));
    return this;
  }

  /** Changes the first line. */
  Forged first(String from, String to) {
    lines.set(0, lines.getFirst().replace(from, to));
    return this;
  }

  private int head(String table) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("{\"table\":\"" + table + "\"")) {
        return i;
      }
    }
    throw new IllegalArgumentException("no table " + table);
  }

  Path to(Path file) throws IOException {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    long rows = lines.stream().filter(line -> line.startsWith("[")).count();
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
      String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      out.write(
          "{\"rows\":%d,\"sha256\":\"%s\"}\n"
              .formatted(rows, sum)
              .getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }
}
