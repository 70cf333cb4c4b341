/**
 * How much each may use. A limit is a value ({@link io.switchboard.queue.limit.rule.Limit}): what,
 * how much, in which window; any number of them may bind at once. What is counted (questions,
 * tokens, money, links, pictures, spoken words) has a ledger entry for every quota that it counts
 * for (the member's own, and the pools of its places), with the amounts that are expected; it is
 * settled when the truth is known and deleted when nothing is charged. Use is the sum over the
 * entries in the window, so a limit's end is exact to the microsecond. One row per quota is locked
 * while something is let in, in the order of their names, so that no two are let in on the same
 * room. What is bounded at any time (running, waiting, conversations, live links, the length and
 * the files of a question) is not counted here: whoever keeps these asks for the bound.
 *
 * <p><b>The port for other rooms</b> is {@link io.switchboard.queue.limit.Allowances}, from {@code
 * limits.allowances()}:
 *
 * <pre>{@code
 * Optional<LimitReached> refused =
 *     allowances.take("share:17", visit.asker(), Map.of(What.SHARES, 1L));
 * // refused: limitWords.refusal(words, reached, scopes, "limit.use.back") says so
 * allowances.giveBack("share:17");          // it was not made after all
 * Integer most = allowances.most(visit.asker(), What.LINKS);   // live links; null for any number
 * boolean may = allowances.mayUse(visit.asker(), "gpt-5");
 * }</pre>
 *
 * <p>The same name is counted once, so that a second delivery or a second try costs nothing.
 *
 * <p>A place takes the same keys as a member, and what they mean there is decided by {@link
 * io.switchboard.queue.limit.rule.What#pooled}. What is used up (in windows), and what runs and
 * waits, is a pool: all who ask there have so much together, beside what each may themselves,
 * because it is the place that would be flooded. Whatever a member has or asks for themselves
 * (conversations, links, the length, files and model of a question, the weight, the hours) bounds
 * each who asks there, before a role does: a sum over strangers would say nothing to any of them.
 * Conversations are counted in that place, for one may have many elsewhere. Who pays concerns what
 * is used up only; so many run and wait in a place whoever pays.
 *
 * <p>What admins set in chat stands beside the configuration, by the same scopes (member, place,
 * role, {@code default}), and takes its place for the same thing and window there; a role of which
 * only admins say something comes after those of the configuration. A boost of a role, or for
 * everybody, is each one's own.
 *
 * <p>Windows follow the clock of the database ({@link io.switchboard.db.shared.SharedTime}): a
 * process whose own is minutes ahead would begin the next window before the others, and let in
 * twice what fits.
 *
 * <p>Hours in rules are hours for questions: out of them everything else can be done. The hours
 * that admins set for a member ({@code /member hours}) are hours of access, and hold beside these.
 *
 * <p>{@code WhatBinds} decides alone which rules bind, and its verdicts are what {@code /limit why}
 * shows: there is no second explanation that could drift from what is done. Where only the member
 * or only the place pays, the other's quota gets no entry. A boost is not an entry and not a limit:
 * it is computed from the same entries, the first of which it covers.
 */
@NullMarked
package io.switchboard.queue.limit;

import org.jspecify.annotations.NullMarked;
