package io.switchboard.conversation.export;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with its whole tree, apart from this house.
 *
 * @param turns each after the one it follows and after its first variant
 * @param present the number of the turn at the end of the present path; null while there is none
 */
public record Whole(String title, List<Part> turns, @Nullable Integer present) {
  public Whole {
    turns = List.copyOf(turns);
  }

  /**
   * A turn.
   *
   * @param number from 1, in the order in which they were asked
   * @param parent the number of the turn before it, or null for a first one
   * @param variantOf the number of the first variant, if it is another variant of that one's answer
   * @param author who asked, where several write; empty where nobody need be named
   * @param files the names of the files that came with the question
   */
  public record Part(
      int number,
      @Nullable Integer parent,
      @Nullable Integer variantOf,
      String author,
      Said said,
      List<String> files) {
    public Part {
      files = List.copyOf(files);
    }
  }

  /**
   * What was asked and answered.
   *
   * @param answer in Markdown
   * @param complete whether the answer is whole
   */
  public record Said(String question, String answer, boolean complete, Instant at) {}

  /** The turns of the present path, oldest first. */
  public List<Part> path() {
    ArrayDeque<Part> path = new ArrayDeque<>();
    Integer at = present;
    while (at != null) {
      Part part = turns.get(at - 1);
      path.addFirst(part);
      at = part.parent();
    }
    return List.copyOf(path);
  }
}
