package io.switchboard.command;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Action;
import io.switchboard.command.sharing.ShareWish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants. */
public sealed interface Command {
  /** An answer. */
  record Ask(String text, @Nullable MessageId repliesTo, List<Attachment> attachments)
      implements Command {
    public Ask {
      attachments = List.copyOf(attachments);
    }
  }

  /** Another variant of an answer; of the last one if no message is named. */
  record Retry(@Nullable MessageId shownBy) implements Command {}

  /** A new conversation; the title may be blank. */
  record StartNew(String title) implements Command {}

  /** An end to all that is asked here and not answered yet. */
  record StopAll() implements Command {}

  /** The list of conversations. */
  record ListConversations() implements Command {}

  /** Another title for the present conversation. */
  record RenameConversation(String title) implements Command {}

  /** A link. */
  record Share(ShareWish wish) implements Command {}

  /** The list of links. */
  record ListShares() implements Command {}

  /** An end to all links. */
  record RevokeAll() implements Command {}

  /** A language; a choice of them if none is named. */
  record Language(String tag) implements Command {}

  /** What can be done here. */
  record Help() implements Command {}

  /** What the asker has used and has left. */
  record ShowUsage() implements Command {}

  /** How much there is to do. */
  record ShowStatus() implements Command {}

  /**
   * A member's limits.
   *
   * @param verb {@code set}, {@code show}, {@code reset}, {@code boost}, {@code why} or {@code
   *     pays}
   * @param who the member; {@code here} for {@code pays}
   * @param limit only for {@code set}, {@code boost} and {@code pays}
   */
  record ChangeLimit(String verb, String who, String limit) implements Command {}

  /**
   * Who is let in.
   *
   * @param verb {@code show}, {@code allow}, {@code pause}, {@code resume}, {@code ban}, {@code
   *     unban} or {@code until}
   * @param more how long or until when; empty if nothing is said
   */
  record ManageMember(String verb, String who, String more) implements Command {}

  /**
   * A code that lets people in.
   *
   * @param wish as in {@code for 7d uses 5}; empty for the usual
   */
  record Invite(String wish) implements Command {}

  /** What is linked, and a code for another account. */
  record ShowLinks() implements Command {}

  /** A code from another account. */
  record Link(String code) implements Command {}

  /** An account is to be on its own again. */
  record Unlink(String account) implements Command {}

  /** A code that lets somebody in, from one who is in already. */
  record Join(String code) implements Command {}

  /**
   * Posting for everybody.
   *
   * @param verb {@code on}, {@code off} or {@code status}
   */
  record SwitchCommunity(String verb) implements Command {}

  /** A button was pressed. */
  record Press(Action action, MessageId message) implements Command {}

  /** A button that this version does not know. */
  record UnknownPress() implements Command {}

  /**
   * No command of that name.
   *
   * @param nearest what may have been meant
   */
  record Unknown(String name, @Nullable String nearest) implements Command {}

  /** A command for admins, from somebody who is none. */
  record AdminsOnly(String name) implements Command {}

  /** A command with arguments that mean nothing. */
  record Misused(String name) implements Command {}
}
