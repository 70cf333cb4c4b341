/**
 * Posts of shares in the community channels.
 *
 * <ul>
 *   <li>The configuration says whether this is on at first, where, and whether the staff looks
 *       first; admins switch it at run time, and what they chose is kept. Off means that nothing of
 *       it is shown; what is shown already stays.
 *   <li>A share that is posted has an item, which says where the wish stands, and a copy a channel.
 *       What a copy shows follows from the share and the item; see {@code post}. The row is there
 *       before the platform is called, and the nonce comes from the row. A crash between the
 *       platform's answer and our row is not repaired by posting again: a post that is missing is
 *       better than one twice; its author can post it once more.
 *   <li>What could not be reached is tried again for some days, then given up, and its author is
 *       told of both; it is tried once more whenever something is wanted of the post. One that
 *       somebody deleted is not brought back.
 *   <li>A post that goes, for whatever reason, leaves nothing to decide: its cards say so, and
 *       whoever reported it hears.
 *   <li>Posts name nobody. Reports name nobody to the staff, decisions name who made them.
 *   <li>Nothing in a transaction calls a platform; what is to be told is a row first.
 * </ul>
 *
 * <p>{@code channel}: where, and whether at all. {@code post}: what posts say and how they are kept
 * right. {@code approve}, {@code report}: the staff. {@code like}, {@code digest}: what people
 * like. {@code read}: what others may know. {@code gallery}: the same, to be looked through. {@code
 * tell}: what members are told. {@code kept}: the rows.
 */
@NullMarked
package io.switchboard.community;

import org.jspecify.annotations.NullMarked;
