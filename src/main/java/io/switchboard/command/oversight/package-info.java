/** What admins do with members' conversations, and what members say to it. */
@NullMarked
package io.switchboard.command.oversight;

import org.jspecify.annotations.NullMarked;
