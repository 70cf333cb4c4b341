/**
 * What may run on each account, and what each was asked lately. It knows accounts by their names,
 * and nothing of requests or members; what it counts is true over all processes, because it is
 * counted under the queue's clock.
 */
@NullMarked
package io.switchboard.queue.slots;

import org.jspecify.annotations.NullMarked;
