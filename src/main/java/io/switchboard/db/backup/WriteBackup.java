package io.switchboard.db.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.Dialect;
import io.switchboard.db.advice.WhyNot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes everything down as it is at one moment, while others go on. */
public final class WriteBackup {
  /** What later programs must know to read it. */
  static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS_AT_A_TIME = 500;

  private final DatabaseSettings settings;
  private final Dialect dialect;
  private long rows;

  public WriteBackup(DatabaseSettings settings) {
    this.settings = settings;
    this.dialect = Dialect.of(settings.url());
  }

  /**
   * Writes; the stream is left open.
   *
   * @param at now
   * @param kept small files that belong to it: their names and what is in them
   * @return how many rows were written
   * @throws BackupTrouble if the database cannot be read
   */
  public long to(OutputStream out, Instant at, Map<String, String> kept) throws IOException {
    GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
    DigestOutputStream summed = new DigestOutputStream(packed, sha256());
    OutputStream lines = new BufferedOutputStream(summed, 1 << 16);
    rows = 0;
    try (Connection connection = Connecting.toExisting(settings, dialect)) {
      picture(connection);
      Tables tables = new Tables(connection, dialect);
      if (!tables.all().contains(Tables.HISTORY)) {
        throw new BackupTrouble("there is nothing to back up: the database is empty");
      }
      head(lines, tables, connection, at, kept);
      for (String table : tables.kept()) {
        table(lines, connection, tables, table);
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new BackupTrouble(WhyNot.of(e, settings.url()), e);
    }
    lines.flush();
    ObjectNode end = JSON.createObjectNode().put("rows", rows);
    end.put("sha256", HexFormat.of().formatHex(summed.getMessageDigest().digest()));
    packed.write(line(end));
    packed.finish();
    packed.flush();
    return rows;
  }

  /** From now on this connection sees everything as it is now. */
  private void picture(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      switch (dialect) {
        case H2 -> {
          // Of its levels only this one is of all tables at once.
          statement.execute("set session characteristics as transaction isolation level snapshot");
          statement.execute("set lazy_query_execution 1");
        }
        case POSTGRESQL ->
            statement.execute("set transaction isolation level repeatable read read only");
      }
    }
  }

  private static void head(
      OutputStream lines,
      Tables tables,
      Connection connection,
      Instant at,
      Map<String, String> kept)
      throws SQLException, IOException {
    ObjectNode head = JSON.createObjectNode().put("switchboard", FORMAT).put("at", at.toString());
    head.put("schema", new History(connection).version());
    head.set("kept", JSON.valueToTree(kept));
    head.put("tables", tables.kept().size());
    lines.write(line(head));
  }

  private void table(OutputStream lines, Connection connection, Tables tables, String table)
      throws SQLException, IOException {
    Map<String, Integer> columns = tables.columns(table);
    List<Integer> types = new ArrayList<>(columns.values());
    ObjectNode head = JSON.createObjectNode().put("table", table);
    head.set("columns", JSON.valueToTree(columns.keySet()));
    head.set("next", JSON.valueToTree(tables.next(table)));
    lines.write(line(head));
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet found =
          statement.executeQuery(
              "select %s from %s".formatted(String.join(", ", columns.keySet()), table))) {
        while (found.next()) {
          ArrayNode row = JSON.createArrayNode();
          for (int i = 0; i < types.size(); i++) {
            add(row, found, i + 1, types.get(i));
          }
          lines.write(line(row));
          rows++;
        }
      }
    }
  }

  private static void add(ArrayNode row, ResultSet found, int column, int type)
      throws SQLException {
    if (found.getObject(column) == null) {
      row.addNull();
      return;
    }
    switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> row.add(found.getLong(column));
      case Types.DOUBLE, Types.REAL, Types.FLOAT -> row.add(found.getDouble(column));
      case Types.BOOLEAN, Types.BIT -> row.add(found.getBoolean(column));
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          row.add(found.getBytes(column));
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
          row.add(found.getObject(column, OffsetDateTime.class).toInstant().toString());
      default -> row.add(found.getString(column));
    }
  }

  private static byte[] line(Object value) throws JsonProcessingException {
    byte[] json = JSON.writeValueAsBytes(value);
    byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
