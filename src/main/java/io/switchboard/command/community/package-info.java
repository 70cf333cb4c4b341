/**
 * The community, as it looks in a chat: what members do under posts, what the staff decides, and
 * how it is run. Whether somebody may do so is asked here, of whoever presses.
 */
@NullMarked
package io.switchboard.command.community;

import org.jspecify.annotations.NullMarked;
