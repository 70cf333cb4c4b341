/** The words in which the queue is spoken to: what goes in, what comes out, how it ends. */
@NullMarked
package io.switchboard.queue.request;

import org.jspecify.annotations.NullMarked;
