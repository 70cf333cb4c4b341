/**
 * The tables of an H2 that has none yet, made at once. {@code h2.sql} is written by a test, which
 * also shows that it makes what the migrations make. It need not be of the newest one: those that
 * came after it are run as ever.
 */
@NullMarked
package io.switchboard.db.fresh;

import org.jspecify.annotations.NullMarked;
