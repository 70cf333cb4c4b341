/** The program: its commands, the wiring of all rooms by plain constructors, start and shutdown. */
@NullMarked
package io.switchboard.app;

import org.jspecify.annotations.NullMarked;
