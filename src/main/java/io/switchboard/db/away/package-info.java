/** A database that does not answer: how that is seen, and what those do who need it meanwhile. */
@NullMarked
package io.switchboard.db.away;

import org.jspecify.annotations.NullMarked;
