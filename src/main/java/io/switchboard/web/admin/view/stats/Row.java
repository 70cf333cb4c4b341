package io.switchboard.web.admin.view.stats;

import java.util.List;

/**
 * A row of a table.
 *
 * @param cells in the order of the table's heads
 * @param tokens by which its bar is as long as it is
 */
public record Row(String name, List<String> cells, long tokens) {
  public Row {
    cells = List.copyOf(cells);
  }

  /** How long its bar is beside the longest, 0 to 100. */
  public long share(List<Row> all) {
    long most = all.stream().mapToLong(Row::tokens).max().orElse(0);
    return most == 0 ? 0 : Math.max(tokens == 0 ? 0 : 1, tokens * 100 / most);
  }
}
