/**
 * The best of the week, posted in each community channel in its language.
 *
 * <ul>
 *   <li>A digest is due at a time of the week by the server's clock; the alarm and the sweep only
 *       say that it is time to look. It begins in one transaction, which notes how often each post
 *       is liked, so that every channel is told the same, whenever it is reached and by whichever
 *       process, and gives each channel a row that waits.
 *   <li>Who takes a row from waiting to sending posts it. It waits again when it certainly is not
 *       there: another process, or a later try, may reach the channel. When it may be there, since
 *       no answer came or whoever sent it was killed, the row stays: better none than two.
 *   <li>Tries go on for a day, each channel for itself.
 * </ul>
 */
@NullMarked
package io.switchboard.community.digest;

import org.jspecify.annotations.NullMarked;
