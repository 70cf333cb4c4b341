/** How busy the queue is and was. It only reads. */
@NullMarked
package io.switchboard.queue.busy;

import org.jspecify.annotations.NullMarked;
