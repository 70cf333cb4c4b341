/**
 * Places that are linked: what is asked and answered in one is seen in the others.
 *
 * <ul>
 *   <li>Linked places have one home, and so one conversation ({@code conversation.home}). An admin
 *       makes a code in one place and enters it in the other.
 *   <li>Nothing is passed on as an event. The turns of the conversation are the truth: whatever a
 *       place lacks of them is carried over, whoever was down in between. A copy is stored as soon
 *       as it is there; one that was perhaps sent is looked for before it is sent again.
 *   <li>Only what was asked in one of the linked places is carried, not what a member asks in
 *       private. Only questions and answers: what people say to each other is not heard.
 *   <li>There are no loops, because nobody hears what the bot says itself, and a turn is never
 *       carried to where it was asked.
 *   <li>An edited question changes its copy; a message that is deleted, where the platform tells
 *       that, takes its copy along.
 *   <li>Each place has a line of its own, within its own budget of sends: one that is down or slow
 *       does not keep the others waiting.
 *   <li>It reads the rows of turns and requests, as {@code forget} does: what is carried is a view
 *       of them.
 * </ul>
 */
@NullMarked
package io.switchboard.relay;

import org.jspecify.annotations.NullMarked;
