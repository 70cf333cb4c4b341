/** Who is let in, and what they may do. */
@NullMarked
package io.switchboard.command.admin.people;

import org.jspecify.annotations.NullMarked;
