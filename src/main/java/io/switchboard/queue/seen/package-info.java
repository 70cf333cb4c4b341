/**
 * Which events of the platforms were done, so that none is done twice however often it is
 * delivered. Questions have the event's key in their row; everything else is noted here.
 */
@NullMarked
package io.switchboard.queue.seen;

import org.jspecify.annotations.NullMarked;
