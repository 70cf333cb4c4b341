/**
 * Where one conversation is shared by all who write there.
 *
 * <ul>
 *   <li>A <em>home</em> is one place, or several that are linked; its present conversation is the
 *       same for everybody there, and so is the way through its tree.
 *   <li>Whoever has written in a home may read and go on with its conversations. A private chat is
 *       never a home.
 *   <li>The nearest word counts: the place's own, then that of what it belongs to; a command before
 *       the configuration.
 * </ul>
 */
@NullMarked
package io.switchboard.conversation.home;

import org.jspecify.annotations.NullMarked;
