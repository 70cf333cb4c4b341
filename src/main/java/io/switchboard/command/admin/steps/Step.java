package io.switchboard.command.admin.steps;

import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A choice of how a command goes on.
 *
 * @param label what is written on the button
 * @param line the command with it
 * @param word whether the label is a word of the command's own, which readers have in their
 *     language
 */
public record Step(String label, String line, boolean word) {
  private static final int A_ROW = 3;
  private static final int LONGEST_LABEL = 30;

  /** One whose label is a name. */
  public Step(String label, String line) {
    this(label, line, false);
  }

  /** These words after what is there already. */
  static List<Step> words(String so, String... words) {
    return Arrays.stream(words).map(word -> new Step(word, so + " " + word, true)).toList();
  }

  /** Buttons for those that fit into one, some a row. */
  public static List<List<Button>> buttons(Visit visit, List<Step> steps) {
    return buttons(visit, steps, "");
  }

  /**
   * The same with one that asks for what is on no button.
   *
   * @param line the command so far; empty if nothing else can be meant
   */
  static List<List<Button>> buttons(Visit visit, List<Step> steps, String line) {
    List<List<Button>> rows = new ArrayList<>();
    List<Button> row = new ArrayList<>();
    for (Step step : steps) {
      AdminAction.Continue action = new AdminAction.Continue(visit.id().value(), step.line());
      if (!Button.Press.fits(action.encode())) {
        continue;
      }
      String label = step.word() ? called(visit, step.label()) : step.label();
      int most = Math.min(label.length(), LONGEST_LABEL);
      row.add(action.button(label.substring(0, most)));
      if (row.size() == A_ROW) {
        add(rows, row);
      }
    }
    AdminAction.Write other = new AdminAction.Write(visit.id().value(), line);
    if (!line.isEmpty() && Button.Press.fits(other.encode())) {
      add(rows, row);
      row.add(other.button(visit.words().label("step.other")));
    }
    row.add(
        new AdminAction.Continue(visit.id().value(), "").button(visit.words().label("step.leave")));
    add(rows, row);
    return rows;
  }

  /** As the menu lists it to this reader, on platforms that have one. */
  private static String called(Visit visit, String word) {
    return visit.words().find("called.choice." + word).orElse(word);
  }

  private static void add(List<List<Button>> rows, List<Button> row) {
    if (!row.isEmpty()) {
      rows.add(List.copyOf(row));
      row.clear();
    }
  }

  /** The same of words after a command's name. */
  public static List<List<Button>> buttons(Visit visit, String name, String... words) {
    return buttons(visit, words(name, words));
  }
}
