/**
 * How much each may use. A ledger entry is written for every admitted request and every quota that
 * it counts for (the member's own, and the pools of its places), with the tokens that are expected;
 * it is settled when the answer is there and deleted when nothing is charged. Use is the sum over
 * the entries that are younger than the window, so a limit's end is exact to the microsecond. One
 * row per quota is locked while a request is admitted, in the order of their names, so that no two
 * are let in on the same room.
 */
@NullMarked
package io.switchboard.queue.limit;

import org.jspecify.annotations.NullMarked;
