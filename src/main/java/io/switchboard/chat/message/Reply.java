package io.switchboard.chat.message;

import io.switchboard.markup.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one message shows.
 *
 * @param body short enough for one message: the caller has cut it by {@link Messenger#cut}
 * @param buttons rows of buttons
 * @param personal whether only the one who asked needs to see it; a hint, for platforms that can
 * @param growing whether more of it will be shown in a moment: what is costly to show can wait
 * @param prompt whose text is asked for by it; null if nobody's
 */
public record Reply(
    Document body,
    List<List<Button>> buttons,
    boolean personal,
    boolean growing,
    @Nullable Prompt prompt) {
  public Reply {
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /** One that is as it will stay. */
  public Reply(Document body, List<List<Button>> buttons, boolean personal) {
    this(body, buttons, personal, false, null);
  }

  /** The same, of which more will be shown in a moment. */
  public Reply andGrowing() {
    return new Reply(body, buttons, personal, true, prompt);
  }

  /** The same with another text. */
  public Reply saying(Document other) {
    return new Reply(other, buttons, personal, growing, prompt);
  }

  /** A message without buttons that everybody sees. */
  public static Reply of(Document body) {
    return new Reply(body, List.of(), false);
  }

  /** The same with these rows of buttons. */
  public Reply with(List<List<Button>> rows) {
    return new Reply(body, rows, personal, growing, prompt);
  }

  /** The same, for the asker's eyes where the platform can do that. */
  public Reply onlyForAsker() {
    return new Reply(body, buttons, true, growing, prompt);
  }

  /** The same, asking for a text. */
  public Reply asking(Prompt wanted) {
    return new Reply(body, buttons, personal, growing, wanted);
  }
}
