package io.switchboard.command.wish;

import io.switchboard.chat.Attachment;
import java.util.List;

/** What is wanted of what one has here: conversations as a whole. */
public sealed interface MineCommand extends Command {
  /**
   * The list of conversations.
   *
   * @param words what was said in them; empty for all
   */
  record ListConversations(String words) implements MineCommand {}

  /**
   * Another title for a conversation.
   *
   * @param title after {@code #12} and a space for another than the present one
   */
  record RenameConversation(String title) implements MineCommand {}

  /**
   * The present conversation as a file.
   *
   * @param format as it was said; empty for the usual
   */
  record Export(String format) implements MineCommand {}

  /** Whether admins may read what is mine, and who did. */
  record Readers() implements MineCommand {}

  /** An end to everything of mine. */
  record ForgetMe() implements MineCommand {}

  /** A conversation from the file that came along. */
  record Import(List<Attachment> files) implements MineCommand {
    public Import {
      files = List.copyOf(files);
    }
  }
}
