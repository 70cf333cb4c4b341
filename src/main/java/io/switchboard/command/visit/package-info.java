/** What every command is given and gives back: a visit, and effects. */
@NullMarked
package io.switchboard.command.visit;

import org.jspecify.annotations.NullMarked;
