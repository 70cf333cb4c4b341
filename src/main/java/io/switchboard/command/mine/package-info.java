/** What a member has here: the list of conversations, and conversations as files. */
@NullMarked
package io.switchboard.command.mine;

import org.jspecify.annotations.NullMarked;
