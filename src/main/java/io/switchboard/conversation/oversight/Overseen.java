package io.switchboard.conversation.oversight;

import io.switchboard.conversation.ConversationId;
import io.switchboard.member.MemberId;
import java.time.Instant;

/**
 * Somebody's conversation, as an admin sees it from outside.
 *
 * @param title empty unless admins may read it
 * @param turns how many questions it holds, variants counted
 * @param usedAt when the last question was asked
 * @param readable whether admins may read it
 */
public record Overseen(
    ConversationId id, MemberId owner, String title, int turns, Instant usedAt, boolean readable) {
  /** What to call it before an admin: its title if they may see that, else its number. */
  public String name() {
    return readable ? title : "#" + id;
  }
}
