/**
 * What buttons do, as the text that comes back with their press. All of it is in the text and in
 * the database, so a button works as long as its message is there, whoever is running then.
 *
 * <p>The numbers are those of the rooms' own ids. A text is never longer than 64 bytes, the
 * tightest platform's bound. What was once sent stays readable: add kinds, do not change them.
 */
@NullMarked
package io.switchboard.chat.action;

import org.jspecify.annotations.NullMarked;
