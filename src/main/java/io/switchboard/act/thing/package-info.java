/** The things that acts change: how each is read, and put back, in the words of its record. */
@NullMarked
package io.switchboard.act.thing;

import org.jspecify.annotations.NullMarked;
