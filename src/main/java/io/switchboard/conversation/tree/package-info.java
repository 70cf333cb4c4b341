/** The tree of turns: how it grows, and the ways through it. */
@NullMarked
package io.switchboard.conversation.tree;

import org.jspecify.annotations.NullMarked;
