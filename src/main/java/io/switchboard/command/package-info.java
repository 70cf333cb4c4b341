/**
 * A message or a press becomes a sealed {@link io.switchboard.command.wish.Command}, and goes to
 * the right room.
 *
 * <ul>
 *   <li>What is durable is done before {@link io.switchboard.command.FrontDesk#receive} returns, in
 *       the order of the events; no network call is in it. What is to be said are effects, carried
 *       out in order for each place, on a thread of their own.
 *   <li>A command is one entry in {@code catalogue} (menu, help and reading come from it), one case
 *       of its area's {@code wish}, one file of the area that does it.
 *   <li>Only {@code visit} is shared by the files that do things; they do not know the front desk.
 *   <li>Strangers never become members: access is asked before anybody is written down.
 *   <li>A press proves nothing: the rooms are asked whether the thing is the presser's. Nothing a
 *       button needs is kept in memory.
 * </ul>
 */
@NullMarked
package io.switchboard.command;

import org.jspecify.annotations.NullMarked;
