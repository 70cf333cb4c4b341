/**
 * The parts of the program, each a group of rooms wired by plain constructors, in the order in
 * which {@code Switchboard} starts them. What must be stopped is added to {@link
 * io.switchboard.app.parts.Started} as soon as it is there. What stands on one of them has a
 * package below: the platforms, the pages, what is done again and again.
 */
@NullMarked
package io.switchboard.app.parts;

import org.jspecify.annotations.NullMarked;
