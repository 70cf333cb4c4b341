/** The port for "at this time, do this with this id". */
@NullMarked
package io.switchboard.alarm;

import org.jspecify.annotations.NullMarked;
