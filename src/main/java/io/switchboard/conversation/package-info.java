/**
 * Turns, their tree, and what of it fits the context window.
 *
 * <ul>
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
