/**
 * The picture that chats show of a link: a title, the first lines, and whose it is. Text of any
 * script, each piece in a font that has it, in the direction that it is read in, wrapped so that
 * its lines are of like length. A letter that no font has makes no picture rather than a box; a
 * sign that none has is left out.
 */
@NullMarked
package io.switchboard.picture.card;

import org.jspecify.annotations.NullMarked;
