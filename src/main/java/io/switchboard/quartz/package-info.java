/**
 * Alarms kept by Quartz in our database; the only room that sees it.
 *
 * <ul>
 *   <li>A job's group is the alarm's kind, its name the id; there is nothing else to an alarm, so a
 *       row written by an older version still rings.
 *   <li>On PostgreSQL the processes are a cluster: any of them rings, and takes over what one that
 *       died was ringing. On H2 there is one process, and it rings again at its next start.
 *   <li>Quartz commits by itself, without the checkpoint that H2 needs to survive a kill: setting
 *       and cancelling wait for it afterwards. What Quartz writes down while it rings may be lost;
 *       then it rings again, and handlers take that.
 *   <li>Handlers may wait for a network: they run on virtual threads.
 * </ul>
 */
@NullMarked
package io.switchboard.quartz;

import org.jspecify.annotations.NullMarked;
