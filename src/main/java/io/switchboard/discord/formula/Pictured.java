package io.switchboard.discord.formula;

import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.markup.Inline;
import io.switchboard.markup.drawn.FormulaPicture;
import io.switchboard.markup.drawn.FormulaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply whose formulas are shown as Discord can: simple ones as text, the others as numbers in
 * the text and one picture below it, with their LaTeX as its description. One picture and not one
 * for each, because Discord shows several as a mosaic of pieces.
 *
 * @param picture null if there is none
 */
public record Pictured(Reply reply, @Nullable Upload picture) {
  /** What the picture is called. */
  public static final String NAME = "formulas.png";

  /** More would be a page of their own; the rest stays LaTeX. */
  private static final int MOST = 12;

  /**
   * This reply; one that still grows is left as it is, and so is one that a message would not hold
   * any more, since numbers may be longer than what they stand for.
   */
  public static Pictured of(Reply reply) {
    if (reply.growing() || !reply.body().hasFormulas()) {
      return new Pictured(reply, null);
    }
    List<FormulaPicture.Drawn> drawn = new ArrayList<>();
    StringBuilder description = new StringBuilder();
    Reply shown =
        reply.saying(
            reply
                .body()
                .withFormulas(
                    (latex, block) -> {
                      Optional<String> plain = block ? Optional.empty() : FormulaText.of(latex);
                      return plain.isPresent()
                          ? plain.map(text -> List.<Inline>of(new Inline.Text(text)))
                          : numbered(latex, drawn, description);
                    }));
    if (DiscordMarkdown.size(shown.body()) > DiscordMarkdown.BOUND
        && DiscordMarkdown.size(reply.body()) <= DiscordMarkdown.BOUND) {
      return new Pictured(reply, null);
    }
    return drawn.isEmpty()
        ? new Pictured(shown, null)
        : new Pictured(
            shown, Upload.png(NAME, FormulaPicture.png(drawn), description.toString().strip()));
  }

  private static Optional<List<Inline>> numbered(
      String latex, List<FormulaPicture.Drawn> drawn, StringBuilder description) {
    if (drawn.size() == MOST) {
      return Optional.empty();
    }
    Optional<FormulaPicture.Drawn> formula = FormulaPicture.of(latex);
    formula.ifPresent(drawn::add);
    if (formula.isEmpty() || !FormulaPicture.fit(drawn)) {
      formula.ifPresent(unfit -> drawn.removeLast());
      return Optional.empty();
    }
    String number = "(" + drawn.size() + ")";
    description.append(number).append(' ').append(latex.strip()).append('\n');
    return Optional.of(List.of(new Inline.Strong(List.of(new Inline.Text(number)))));
  }
}
