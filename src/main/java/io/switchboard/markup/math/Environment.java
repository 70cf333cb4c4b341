package io.switchboard.markup.math;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands between begin and end: rows and columns. */
final class Environment {
  private static final Map<String, String> SIDES =
      Map.of(
          "pmatrix", "()",
          "bmatrix", "[]",
          "Bmatrix", "{}",
          "vmatrix", "||",
          "Vmatrix", "‖‖");

  private static final Set<String> CENTRED =
      Set.of("matrix", "smallmatrix", "gather", "gather*", "gathered", "multline", "multline*");

  /** Columns that stand right and left in turn, around a relation. */
  private static final Set<String> ALIGNED =
      Set.of(
          "align",
          "align*",
          "aligned",
          "alignat",
          "alignat*",
          "alignedat",
          "split",
          "eqnarray",
          "eqnarray*",
          "flalign",
          "flalign*");

  private static final Set<String> SINGLE = Set.of("equation", "equation*", "displaymath", "math");

  private final FormulaReader reader;
  private final Tokens tokens;

  Environment(FormulaReader reader, Tokens tokens) {
    this.reader = reader;
    this.tokens = tokens;
  }

  String read() {
    String name = tokens.raw();
    String plain = name.replace("*", "");
    if (SINGLE.contains(name)) {
      String row = reader.row("");
      end(name);
      return Xml.row(row);
    } else if (SIDES.containsKey(plain)) {
      String sides = SIDES.get(plain);
      String table = table(name, "", false);
      return Xml.row(Xml.fence(sides.substring(0, 1)) + table + Xml.fence(sides.substring(1)));
    } else if (name.equals("cases") || name.equals("dcases")) {
      return Xml.row(Xml.fence("{") + table(name, "ll", name.startsWith("d")));
    } else if (name.equals("rcases")) {
      return Xml.row(table(name, "ll", false) + Xml.fence("}"));
    } else if (CENTRED.contains(name)) {
      return table(name, "", !name.endsWith("matrix"));
    } else if (ALIGNED.contains(name)) {
      if (name.startsWith("aligna") || name.equals("alignedat")) {
        tokens.raw();
      }
      return table(name, name.startsWith("eqn") ? "rcl" : "rl".repeat(10), true);
    } else if (name.equals("array")) {
      return table(name, tokens.raw().replaceAll("[^lcr]", ""), false);
    }
    throw new Unreadable(name);
  }

  /** Lines that nothing is around; the first row has been read. */
  String lines(String first) {
    StringBuilder rows = new StringBuilder("<mtable displaystyle=\"true\">");
    rows(rows, "rl".repeat(10), first);
    return rows.append("</mtable>").toString();
  }

  private String table(String name, String columns, boolean display) {
    StringBuilder rows = new StringBuilder(display ? "<mtable displaystyle=\"true\">" : "<mtable>");
    rows(rows, columns, null);
    end(name);
    return rows.append("</mtable>").toString();
  }

  private void end(String name) {
    tokens.expect("\\end");
    if (!tokens.raw().equals(name)) {
      throw new Unreadable("end of another");
    }
  }

  private void rows(StringBuilder rows, String columns, @Nullable String first) {
    String cell = first == null ? reader.row("") : first;
    int column = 0;
    StringBuilder row = new StringBuilder();
    while (true) {
      row.append(cell(cell, columns, column++));
      if (tokens.take("&")) {
        cell = reader.row("");
        continue;
      }
      rows.append("<mtr>").append(row).append("</mtr>");
      row.setLength(0);
      column = 0;
      if (!tokens.take("\\\\") && !tokens.take("\\cr")) {
        return;
      }
      if (tokens.take("[")) {
        reader.row("]");
        tokens.expect("]");
      }
      if (tokens.take("\\hline") || Set.of("\\end", "}", Tokens.END).contains(tokens.peek())) {
        if (Set.of("\\end", "}", Tokens.END).contains(tokens.peek())) {
          return;
        }
      }
      cell = reader.row("");
    }
  }

  private static String cell(String inner, String columns, int column) {
    char side = column < columns.length() ? columns.charAt(column) : 'c';
    return (side == 'l' ? "<mtd class=\"l\">" : side == 'r' ? "<mtd class=\"r\">" : "<mtd>")
        + inner
        + "</mtd>";
  }
}
