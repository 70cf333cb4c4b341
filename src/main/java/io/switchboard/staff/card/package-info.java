/**
 * Notices with buttons in the staff channels, one a subject, that change with what they are about.
 *
 * <ul>
 *   <li>What a card shows is asked of the room that knows, each time it is shown; the row only says
 *       that it may have changed. So two changes at once show the later one, and after a crash what
 *       is true then is shown.
 *   <li>A crash may show a card twice, never not at all.
 * </ul>
 */
@NullMarked
package io.switchboard.staff.card;

import org.jspecify.annotations.NullMarked;
