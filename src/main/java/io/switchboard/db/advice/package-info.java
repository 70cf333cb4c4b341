/**
 * What to do about a database that cannot be opened, and about files that belong to somebody else:
 * in one place for the start, {@code check}, {@code backup} and {@code restore}.
 */
@NullMarked
package io.switchboard.db.advice;

import org.jspecify.annotations.NullMarked;
