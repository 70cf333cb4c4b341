/**
 * What answers cost, by the price table of the configuration. Amounts are whole millionths of the
 * currency, rounded up, so that sums are exact. A model that is not listed costs nothing: only its
 * tokens are counted, which is told where limits in money are set.
 */
@NullMarked
package io.switchboard.queue.limit.money;

import org.jspecify.annotations.NullMarked;
