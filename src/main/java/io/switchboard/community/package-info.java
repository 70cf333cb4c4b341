/**
 * Posts of shares in the community channels.
 *
 * <ul>
 *   <li>The configuration says whether this is on at first; admins switch it at run time, and what
 *       they chose is kept. Off means that the choice is not shown.
 *   <li>A post is a snapshot with a link. The row is there before the platform is called, and the
 *       nonce comes from the row, so trying again makes no second post where the platform can tell.
 *       A crash between the platform's answer and our row is not repaired by posting again: a post
 *       that is missing is better than one twice; its owner can post it once more.
 *   <li>When the share ends its posts are edited to say so; withdrawing deletes them. Both are
 *       tried again until the platform has done it.
 * </ul>
 */
@NullMarked
package io.switchboard.community;

import org.jspecify.annotations.NullMarked;
