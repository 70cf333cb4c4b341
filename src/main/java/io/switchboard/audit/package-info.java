/**
 * What admins did, and what others tried: written when it is done, in the transaction that does it,
 * and never changed but to forget to whom it was done.
 *
 * <ul>
 *   <li>Commands and pages do not write here themselves what can be taken back: they give an {@code
 *       Act} to {@code io.switchboard.act.Acts}, which changes the thing, records who, when, what,
 *       before and after, and can put it back ({@code Acts.undo}). That is the port for the
 *       dashboard: {@code carryOut(Doer, Act)}, {@code undo(Doer, entry)}, {@code undoable(Doer,
 *       most)}; the list to show is {@link io.switchboard.audit.Audit#before}.
 *   <li>What cannot be taken back is recorded by {@link io.switchboard.audit.Audit#record}; what
 *       was tried by somebody who may not, by {@link io.switchboard.audit.Audit#refused}.
 *   <li>How a thing stood is told in words that people can read and the program can put back; what
 *       stood in a member's messages, and secrets, do not belong in here.
 *   <li>A {@link io.switchboard.audit.Thing} compares before it puts back, under a lock: what was
 *       changed since stays as it is.
 * </ul>
 */
@NullMarked
package io.switchboard.audit;

import org.jspecify.annotations.NullMarked;
