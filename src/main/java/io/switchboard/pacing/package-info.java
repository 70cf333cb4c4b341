/**
 * How much a place takes: every send and edit goes out within the place's budget, the most
 * important first.
 *
 * <p>{@link io.switchboard.pacing.Outbox} is what others call. {@code SendBudget} decides who goes
 * next and knows no threads and no clock; {@code Window} remembers the calls of one rate; {@code
 * Gate} lets threads wait for the decision; {@code Persistence} says how often something is tried
 * again. {@code DoWhatWaits} is for those who keep what they have to say in a table and wait for no
 * platform.
 *
 * <p>Decisions that bind it:
 *
 * <ul>
 *   <li>Never more than a rate's calls in any span of its length, as the platform counts them. A
 *       call holds its slot while it is on its way and from its end for the whole span and a margin
 *       of a two-hundredth (at least 20 ms): whenever the platform counted it, that was not later.
 *   <li>FINAL before REPLY before GROWING before SPARE; whoever waits at a higher priority has the
 *       slots that it needs set aside. The same message is never edited by two calls at once, and a
 *       call of higher priority drops the lower ones still waiting for the same message.
 *   <li>Growing answers leave the last slot of a window to the final text. Where one slot is much
 *       of the whole (fewer than 13 calls), they may take it only shortly before the next one comes
 *       back, so that they still get nine tenths of the rate.
 *   <li>Growing answers spread their calls nearly evenly, also those that a quiet time saved up, as
 *       what is spent in a burst is missing after it; an answer's first text does not wait for
 *       that. Among growing answers the one served longest ago goes next.
 *   <li>A refusal for too many calls blocks the slowest of the call's rates for as long as the
 *       platform asks, and stretches that rate for ten minutes and more.
 *   <li>Time is the machine's monotonic clock, as a budget must not be fooled by a clock being set.
 *       After a restart all budgets are thought to be free, but for pauses of seconds and more that
 *       a platform has asked for: those are kept in the database ({@code Pauses}).
 * </ul>
 */
@NullMarked
package io.switchboard.pacing;

import org.jspecify.annotations.NullMarked;
