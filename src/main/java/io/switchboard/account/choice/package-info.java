/**
 * Which of several accounts may be asked: their health and what admins said of them.
 *
 * <p>Decisions that bind it: health is in the database, so that what one process found out holds
 * for all and over restarts, and the staff is told once, by whoever changed the row. A failure that
 * passes by itself leaves its account out for a growing time, or as long as the server asked. A
 * refused key, an account without money or without its own model is left out for five minutes at a
 * time; meanwhile it is asked only where no other could answer, so that people are told at once
 * what is wrong, and a mended account works at once. Paused by an admin is never asked.
 */
@NullMarked
package io.switchboard.account.choice;

import org.jspecify.annotations.NullMarked;
