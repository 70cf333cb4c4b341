/**
 * The parts of the program, each a group of rooms wired by plain constructors, in the order in
 * which {@code Switchboard} starts them. What must be stopped is added to {@link
 * io.switchboard.app.parts.Started} as soon as it is there.
 */
@NullMarked
package io.switchboard.app.parts;

import org.jspecify.annotations.NullMarked;
