package io.switchboard.conversation;

import java.time.Instant;

/**
 * A line in a member's list of conversations.
 *
 * @param title never blank
 * @param turns how many questions it holds, variants counted
 * @param usedAt when the last question was asked
 * @param own whether the member began it, so that it counts for them and they may delete it
 * @param shared whether it is a place's, where others write too
 */
public record ConversationSummary(
    ConversationId id, String title, int turns, Instant usedAt, boolean own, boolean shared) {}
