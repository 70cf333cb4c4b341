/** Limits as values, and what the configuration says of them. */
@NullMarked
package io.switchboard.queue.limit.rule;

import org.jspecify.annotations.NullMarked;
