package io.switchboard.markup.fill;

import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Fills in a message of ours. What is filled in is never read as Markdown: the message is parsed
 * with marks in it, and the things themselves are put into the tree. What stands there as code and
 * begins with a slash is a command.
 */
public final class Filled {
  private Filled() {}

  /**
   * A message as a document.
   *
   * @param joint how a text goes on behind another, where that depends on its end
   * @param message in Markdown, for what stands for its blanks
   * @param things {@link Number}s are left to the message, {@link Inline}s and {@link Several} are
   *     put in as they are, everything else as it reads
   */
  public static Document in(
      BinaryOperator<String> joint, Function<Object[], String> message, Object... things) {
    Object[] arguments = new Object[things.length];
    for (int i = 0; i < things.length; i++) {
      arguments[i] = things[i] instanceof Number number ? number : Blanks.mark(i);
    }
    List<List<Inline>> fillings = Stream.of(things).map(Filled::filling).toList();
    return new Blanks(fillings, joint).fill(Markdown.parse(message.apply(arguments)));
  }

  /** Several things as one, to be filled into one blank. */
  public record Several(List<Inline> things) {
    /** With a sign between each two. */
    public static Several parted(List<? extends Inline> things, String sign) {
      List<Inline> all = new ArrayList<>();
      for (Inline thing : things) {
        if (!all.isEmpty()) {
          all.add(new Inline.Text(sign));
        }
        all.add(thing);
      }
      return new Several(List.copyOf(all));
    }
  }

  private static List<Inline> filling(Object thing) {
    return switch (thing) {
      case Inline inline -> List.of(inline);
      case Several several -> several.things();
      default -> List.of(new Inline.Text(thing.toString()));
    };
  }
}
