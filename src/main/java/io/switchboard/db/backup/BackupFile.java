package io.switchboard.db.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.db.advice.OwnFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A backup, read line by line. */
public final class BackupFile {
  /** A file that somebody sent may be 20 MB, and Base64 makes a third more of it. */
  private static final int LONGEST_LINE = 1 << 28;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(LONGEST_LINE).build())
              .build());

  /** These become part of statements, so nothing else may pass for one. */
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9})*");

  private final Path path;

  /**
   * What is in it.
   *
   * @param schema the version of its tables
   * @param kept small files that belong to it
   * @param tables in their order
   * @param rows of all of them together
   */
  public record Content(
      String schema, Map<String, String> kept, List<Table> tables, long rows, String at) {}

  /**
   * The head of a table.
   *
   * @param next the next number of each column that numbers itself
   */
  record Table(String name, List<String> columns, Map<String, Long> next) {}

  /** Is told what comes. */
  interface Reader {
    void table(Table table) throws IOException;

    void row(JsonNode row) throws IOException;
  }

  public BackupFile(Path path) {
    this.path = path;
  }

  /**
   * Reads all of it, and changes nothing.
   *
   * @throws BackupTrouble if it is no backup, or not as it was written
   */
  public Content verify() {
    return read(
        new Reader() {
          @Override
          public void table(Table table) {}

          @Override
          public void row(JsonNode row) {}
        });
  }

  /** Reads all of it; what the reader was told counts only if this returns. */
  Content read(Reader reader) {
    try (InputStream raw = Files.newInputStream(path);
        InputStream in = new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16)) {
      return read(in, reader);
    } catch (NoSuchFileException e) {
      throw new BackupTrouble("there is no file " + path);
    } catch (AccessDeniedException e) {
      throw new BackupTrouble(
          "%s cannot be read by the user that runs this, %s: let that user read it"
              .formatted(path, OwnFile.user()),
          e);
    } catch (EOFException | ZipException e) {
      throw new BackupTrouble(path + " is not whole, or no backup of Switchboard's", e);
    } catch (JsonProcessingException e) {
      throw new BackupTrouble(path + " is damaged, or no backup of Switchboard's", e);
    } catch (IOException e) {
      throw new BackupTrouble(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Content read(InputStream in, Reader reader) throws IOException {
    MessageDigest sum = WriteBackup.sha256();
    JsonNode head = JSON.readTree(line(in, sum));
    int format = head.path("switchboard").asInt();
    if (format == 0) {
      throw new BackupTrouble(path + " is no backup of Switchboard's");
    }
    if (format > WriteBackup.FORMAT) {
      throw new BackupTrouble(
          path + " was made by a newer Switchboard: take that one to restore it");
    }
    if (!VERSION.matcher(head.path("schema").asText()).matches()) {
      throw new BackupTrouble(path + " is damaged: it says no version of its tables");
    }
    List<Table> tables = new ArrayList<>();
    long rows = 0;
    while (true) {
      byte[] before = sumSoFar(sum);
      JsonNode next = JSON.readTree(line(in, sum));
      if (next.isArray()) {
        rows++;
        reader.row(next);
      } else if (next.has("table")) {
        tables.add(table(next));
        reader.table(tables.getLast());
      } else if (next.has("sha256")) {
        boolean same =
            next.path("sha256").asText().equals(HexFormat.of().formatHex(before))
                && next.path("rows").asLong() == rows
                && head.path("tables").asInt() == tables.size();
        if (!same || in.read() >= 0) {
          throw new BackupTrouble(path + " is damaged: its checksum is another");
        }
        return new Content(
            head.path("schema").asText(), kept(head), tables, rows, head.path("at").asText());
      } else {
        throw new BackupTrouble(path + " is damaged: a line in it means nothing");
      }
    }
  }

  private static byte[] sumSoFar(MessageDigest sum) {
    try {
      return ((MessageDigest) sum.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> kept(JsonNode head) {
    Map<String, String> kept = new TreeMap<>();
    head.path("kept").properties().forEach(e -> kept.put(e.getKey(), e.getValue().asText()));
    return kept;
  }

  private Table table(JsonNode head) {
    List<String> columns = new ArrayList<>();
    head.path("columns").forEach(column -> columns.add(column.asText()));
    Map<String, Long> next = new TreeMap<>();
    head.path("next").properties().forEach(e -> next.put(e.getKey(), e.getValue().asLong(-1)));
    Table table = new Table(head.path("table").asText(), columns, next);
    if (!Stream.of(List.of(table.name()), columns, next.keySet())
        .flatMap(Collection::stream)
        .allMatch(name -> NAME.matcher(name).matches())) {
      throw new BackupTrouble(path + " is damaged: a name in it is none");
    }
    return table;
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private static byte[] line(InputStream in, MessageDigest sum) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException();
      }
      line.write(b);
    }
    byte[] bytes = line.toByteArray();
    sum.update(bytes);
    sum.update((byte) '\n');
    return bytes;
  }
}
