package io.switchboard.conversation.oversight;

import io.switchboard.conversation.ConversationId;
import io.switchboard.member.MemberId;
import java.time.Instant;

/**
 * Somebody's conversation, as an admin sees it from outside.
 *
 * @param readable whether admins may read it
 */
public record Overseen(
    ConversationId id, MemberId owner, String title, int turns, Instant usedAt, boolean readable) {}
