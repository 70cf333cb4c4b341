package io.switchboard.conversation;

import java.time.Instant;

/**
 * A line in a member's list of conversations.
 *
 * @param title never blank
 * @param turns how many questions it holds, variants counted
 * @param usedAt when the last question was asked
 */
public record ConversationSummary(ConversationId id, String title, int turns, Instant usedAt) {}
