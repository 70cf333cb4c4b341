/** What only admins may do. */
@NullMarked
package io.switchboard.command.admin;

import org.jspecify.annotations.NullMarked;
