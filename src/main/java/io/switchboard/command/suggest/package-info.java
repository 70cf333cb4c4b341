/**
 * What may be meant by somebody who is still writing a command. Only what they may see, and nothing
 * is changed by it; whoever is not let in is told nothing.
 */
@NullMarked
package io.switchboard.command.suggest;

import org.jspecify.annotations.NullMarked;
