package io.switchboard.command.mine;

import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Titles;
import io.switchboard.markup.Inline;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives conversations other titles. */
final class RenameTalk {
  private static final Pattern ANOTHER =
      Pattern.compile("#(\\d{1,18})(?:\\s+(.*))?", Pattern.DOTALL);

  private final Conversations conversations;

  RenameTalk(Conversations conversations) {
    this.conversations = conversations;
  }

  /** For {@code /conversations rename A title} and {@code rename #12 A title}. */
  List<Effect> rename(Visit visit, String wish) {
    Words words = visit.words();
    Matcher another = ANOTHER.matcher(wish);
    boolean named = another.matches();
    ConversationId which =
        named
            ? new ConversationId(Long.parseLong(another.group(1)))
            : conversations.current(visit.id(), visit.place());
    String title = named ? another.group(2) == null ? "" : another.group(2) : wish;
    if (named && conversations.title(which, visit.id()).isEmpty()) {
      return List.of(Effect.tell(words.say("conversation.unknown", "#" + which)));
    }
    if (conversations.rename(which, visit.id(), title)) {
      return List.of(Effect.tell(words.say("conversation.renamed", Titles.clean(title))));
    }
    return named
        ? how(visit, which)
        : List.of(Effect.ask(visit, words.say("conversation.rename.how"), "conversations rename"));
  }

  /** For the button: which title is asked for. */
  List<Effect> how(Visit visit, ConversationId conversation) {
    Words words = visit.words();
    String line = "conversations rename #" + conversation;
    return List.of(
        conversations
            .title(conversation, visit.id())
            .map(
                title ->
                    Effect.ask(
                        visit,
                        words.say(
                            "conversation.rename.one",
                            title,
                            new Inline.Command("/" + line + " …")),
                        line))
            .orElseGet(() -> Effect.tell(words.say("desk.not-yours"))));
  }
}
