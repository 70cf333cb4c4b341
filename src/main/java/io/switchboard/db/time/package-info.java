/**
 * How instants are written to both databases and read back the same, and how a row says until when
 * somebody is busy with it.
 */
@NullMarked
package io.switchboard.db.time;

import org.jspecify.annotations.NullMarked;
