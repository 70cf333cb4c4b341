/** What came of what admins did, and taking it back. */
@NullMarked
package io.switchboard.command.admin.done;

import org.jspecify.annotations.NullMarked;
