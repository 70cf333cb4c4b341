package io.switchboard.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question and what became of it. Turns of a conversation form a tree: a retry is a sibling.
 *
 * @param parent the turn before it, or null for the first
 * @param answer in Markdown, as far as it came; empty while there is none
 * @param complete whether the answer is whole
 */
public record Turn(
    TurnId id,
    @Nullable TurnId parent,
    String question,
    String answer,
    boolean complete,
    Instant askedAt) {}
