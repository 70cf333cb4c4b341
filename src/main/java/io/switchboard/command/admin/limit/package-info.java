/** What members and places may use, as admins say. */
@NullMarked
package io.switchboard.command.admin.limit;

import org.jspecify.annotations.NullMarked;
