/**
 * What admins do, carried out in one place: for the commands in chats and for the pages.
 *
 * <p>Whoever wants something done makes an {@link io.switchboard.act.deed.Act} and gives it to
 * {@link io.switchboard.act.Acts#carryOut} with the {@link io.switchboard.act.deed.Doer}; nobody
 * else calls the rooms that it changes. There it is decided who may, there it is recorded (also
 * what was refused), and there it is taken back: {@link io.switchboard.act.Acts#undo} with the
 * number of the record.
 *
 * <ul>
 *   <li>An act is a change of how a {@link io.switchboard.audit.Thing} stands. The change and its
 *       record with before and after are one transaction.
 *   <li>The inverse of an act is the change back to before. It is refused where the thing does not
 *       stand any more as the act left it: what somebody decided since is theirs. It is recorded
 *       like any act, and can be taken back itself.
 *   <li>To take something back needs what it would need to do it, and nobody takes back what was
 *       said of themselves or of those beside or above them.
 *   <li>What cannot be taken back (a deletion, what was said to everybody, a look into something)
 *       is done by its room and recorded with {@link io.switchboard.audit.Audit#record}; whoever
 *       does it asks for the role, and records with {@link io.switchboard.audit.Audit#refused} who
 *       has not got it.
 *   <li>A new kind of act: a case of {@link io.switchboard.act.deed.Act}, what it changes in {@code
 *       AsChange}, who may in {@code MayDo}, and, if it is about something new, a thing in {@code
 *       Things}.
 * </ul>
 */
@NullMarked
package io.switchboard.act;

import org.jspecify.annotations.NullMarked;
