/**
 * The last lines of this process's log, for those who look after it: kept in memory, bounded, and
 * without secrets.
 *
 * <ul>
 *   <li>What is known as a secret, and what looks like one, is taken out of every line before it is
 *       written anywhere, also of what libraries say.
 *   <li>What members write is never logged. Messages of the database's errors, which may quote it,
 *       are cut where they do.
 *   <li>Whoever follows is never waited for: to one who is too slow it is said how many lines they
 *       missed.
 * </ul>
 */
@NullMarked
package io.switchboard.logs;

import org.jspecify.annotations.NullMarked;
