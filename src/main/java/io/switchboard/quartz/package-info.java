/**
 * Alarms kept by Quartz in our database; the only room that sees it.
 *
 * <ul>
 *   <li>A job's group is the alarm's kind, its name the id; there is nothing else to an alarm, so a
 *       row written by an older version still rings.
 *   <li>On PostgreSQL the processes are a cluster: any of them rings, and takes over what one that
 *       died was ringing. On H2 there is one process, and it rings again at its next start.
 *   <li>Quartz commits by itself, without the checkpoint that H2 needs to survive a kill; who sets
 *       an alarm repairs that by a sweep, as the port says nothing else.
 *   <li>Handlers may wait for a network: they run on virtual threads.
 * </ul>
 */
@NullMarked
package io.switchboard.quartz;

import org.jspecify.annotations.NullMarked;
