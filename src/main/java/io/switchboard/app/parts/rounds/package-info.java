/** What is done again and again, by the clock of the machine. */
@NullMarked
package io.switchboard.app.parts.rounds;

import org.jspecify.annotations.NullMarked;
