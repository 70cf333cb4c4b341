/**
 * Titles of conversations, made by the account in the background.
 *
 * <ul>
 *   <li>Only in {@link io.switchboard.queue.spare.SpareRoom}: never in the way of a request,
 *       charged to nobody's limits. A call that has to make way is tried again later.
 *   <li>Some seconds after the answer, for then the next question would come.
 *   <li>What the model says is only a line of plain text; when it is none, the first words stay.
 * </ul>
 */
@NullMarked
package io.switchboard.answer.naming;

import org.jspecify.annotations.NullMarked;
