/**
 * How much each may use. A ledger entry is written for every admitted request and every quota that
 * it counts for (the member's own, and the pools of its places), with the tokens that are expected;
 * it is settled when the answer is there and deleted when nothing is charged. Use is the sum over
 * the entries that are younger than the window, so a limit's end is exact to the microsecond. One
 * row per quota is locked while a request is admitted, in the order of their names, so that no two
 * are let in on the same room.
 *
 * <p>{@code WhatBinds} decides alone which rules bind, and its verdicts are what {@code /limit why}
 * shows: there is no second explanation that could drift from what is done. Where only the member
 * or only the place pays, the other's quota gets no entry. A boost is not an entry and not a limit:
 * it is computed from the same entries, the first of which it covers.
 */
@NullMarked
package io.switchboard.queue.limit;

import org.jspecify.annotations.NullMarked;
