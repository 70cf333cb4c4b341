/** A member's live links: the list of them, and what can be changed of each. */
@NullMarked
package io.switchboard.command.sharing.live;

import org.jspecify.annotations.NullMarked;
