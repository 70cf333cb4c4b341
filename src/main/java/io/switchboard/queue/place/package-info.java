/**
 * Places in which only so many requests run or wait at once, whoever asks. At most as many of a
 * place's requests as may run there are let into the members' lines; the others stand at the door,
 * where the one whose member was served least comes next. So no claim ever looks at a place, and
 * claiming costs the same with and without such bounds.
 *
 * <p>Whoever stands at the door has a turn: what its member will have been served when all their
 * older requests are, as it was when they came to the door. Turns do not change, so the least is
 * one probe of an index. A request that counts in several places needs room in each, and stands at
 * the door of one that is full.
 */
@NullMarked
package io.switchboard.queue.place;

import org.jspecify.annotations.NullMarked;
