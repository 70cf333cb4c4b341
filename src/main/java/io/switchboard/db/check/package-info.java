/** Looks at the database and the disk under it, without changing anything. */
@NullMarked
package io.switchboard.db.check;

import org.jspecify.annotations.NullMarked;
