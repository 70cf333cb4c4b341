package io.switchboard.db.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of one table after the other, and says which one cannot be. */
final class Rows implements BackupFile.Reader, AutoCloseable {
  private static final int AT_A_TIME = 500;

  /** A row may hold a file that somebody sent, and some of those fill the memory. */
  private static final long CHARACTERS_AT_A_TIME = 4_000_000;

  private final Connection connection;
  private final Tables tables;
  private final BackupFile file;
  private final Set<String> known;
  private final List<Column> columns = new ArrayList<>();
  private final List<JsonNode> waiting = new ArrayList<>();
  private long characters;
  private long inserted;
  private String table = "";
  private @Nullable PreparedStatement insert;

  Rows(Connection connection, Tables tables, BackupFile file) throws SQLException {
    this.connection = connection;
    this.tables = tables;
    this.file = file;
    this.known = new HashSet<>(tables.kept());
  }

  /** Says where columns that number themselves go on. H2 commits at each. */
  void numbers(List<BackupFile.Table> all) throws SQLException {
    for (BackupFile.Table one : all) {
      Map<String, Column> there = shape(one);
      try (Statement statement = connection.createStatement()) {
        for (Map.Entry<String, Long> next : one.next().entrySet()) {
          Column column = there.get(next.getKey());
          if (column == null || !column.numbersItself() || next.getValue() < 1) {
            throw damaged(
                "what it says of the numbers of table %s, column %s, cannot be"
                    .formatted(one.name(), next.getKey()));
          }
          statement.execute(
              "alter table %s alter column %s restart with %d"
                  .formatted(one.name(), next.getKey(), next.getValue()));
        }
      }
    }
  }

  private Map<String, Column> shape(BackupFile.Table one) throws SQLException {
    if (!known.contains(one.name())) {
      throw damaged("it has a table %s, which there is not".formatted(one.name()));
    }
    return tables.shape(one.name());
  }

  @Override
  public void table(BackupFile.Table head) throws IOException {
    try {
      finish();
      Map<String, Column> there = shape(head);
      table = head.name();
      inserted = 0;
      for (String name : head.columns()) {
        Column column = there.get(name);
        if (column == null || columns.contains(column)) {
          throw damaged(
              "its table %s has a column %s, which there is not, or twice".formatted(table, name));
        }
        columns.add(column);
      }
      if (columns.isEmpty()) {
        throw damaged("its table %s has no columns".formatted(table));
      }
      insert =
          connection.prepareStatement(
              "insert into %s (%s) values (%s)"
                  .formatted(
                      table,
                      String.join(", ", head.columns()),
                      String.join(", ", Collections.nCopies(columns.size(), "?"))));
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void row(JsonNode row) throws IOException {
    if (insert == null) {
      throw damaged("a row in it belongs to no table");
    }
    if (row.size() != columns.size()) {
      throw damaged(
          "%s has %d values for %d columns".formatted(here(), row.size(), columns.size()));
    }
    waiting.add(row);
    for (JsonNode value : row) {
      characters += value.isTextual() ? value.textValue().length() : 1;
    }
    if (waiting.size() >= AT_A_TIME || characters >= CHARACTERS_AT_A_TIME) {
      try {
        flush();
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }

  /** The row that came last. */
  private String here() {
    return "row %d of table %s".formatted(inserted + waiting.size() + 1, table);
  }

  private void flush() throws SQLException {
    PreparedStatement into = insert;
    if (into == null || waiting.isEmpty()) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    for (int i = 0; i < waiting.size(); i++) {
      set(into, i);
      into.addBatch();
    }
    try {
      into.executeBatch();
    } catch (SQLException refused) {
      connection.rollback(before);
      findRefused(into);
      throw refused;
    }
    connection.releaseSavepoint(before);
    inserted += waiting.size();
    waiting.clear();
    characters = 0;
  }

  private void set(PreparedStatement into, int row) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      try {
        columns.get(i).set(into, i + 1, waiting.get(row).get(i));
      } catch (Column.Unfit unfit) {
        throw damaged(
            "row %d of table %s, column %s: %s"
                .formatted(inserted + row + 1, table, columns.get(i).name(), unfit.getMessage()));
      }
    }
  }

  /** One by one, since databases do not all say which of many it was. */
  private void findRefused(PreparedStatement into) throws SQLException {
    into.clearBatch();
    for (int row = 0; row < waiting.size(); row++) {
      set(into, row);
      try {
        into.executeUpdate();
      } catch (SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("22") || state.startsWith("23")) {
          throw damaged(
              "row %d of table %s %s".formatted(inserted + row + 1, table, refusal(state)));
        }
        throw e;
      }
    }
  }

  /** By the standard's class of states; both databases keep to it for these. */
  private static String refusal(String state) {
    return switch (state) {
      case "23505" -> "has a key that another row has, too";
      case "23503", "23506" -> "refers to a row that is not there";
      case "23502" -> "lacks a value that must be there";
      case "22001" -> "holds more than fits into its column";
      default -> "is refused by the database (SQLSTATE %s)".formatted(state);
    };
  }

  private BackupTrouble damaged(String what) {
    return new BackupTrouble(
        "%s is damaged, and nothing was changed: %s".formatted(file, what), null);
  }

  /** What still waits is inserted. */
  void finish() throws SQLException {
    flush();
    close();
  }

  @Override
  public void close() throws SQLException {
    columns.clear();
    waiting.clear();
    if (insert != null) {
      insert.close();
      insert = null;
    }
  }
}
