/**
 * Turns, their tree, whose they are, and conversations as files.
 *
 * <ul>
 *   <li>A conversation is its owner's alone, unless it belongs to a {@code home}, where all who
 *       have written may read it and go on; only whoever began it may delete it.
 *   <li>An edited question is a sibling of what it was before, but no variant of its answer.
 *   <li>Nothing is overwritten: a retry is a sibling of the turn it retries, and names the first
 *       variant. The conversation's head says which branch is the present one.
 *   <li>The head moves when there is an answer, so a request that failed at once leaves no hole.
 *   <li>Whoever asks is named. Somebody else's id gives the same as an id that does not exist.
 *   <li>Who depends on a conversation's existence registers a {@link
 *       io.switchboard.conversation.BeforeDeletion}; this room knows none of them.
 * </ul>
 */
@NullMarked
package io.switchboard.conversation;

import org.jspecify.annotations.NullMarked;
