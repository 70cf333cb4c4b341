/**
 * What processes, people and messages tell about a request while it waits or runs. None of it moves
 * the request, so none of it needs the queue's clock.
 */
@NullMarked
package io.switchboard.queue.beside;

import org.jspecify.annotations.NullMarked;
