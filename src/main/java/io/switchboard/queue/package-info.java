/** Admits, orders, claims and finishes requests; limits and the ledger of use. */
@NullMarked
package io.switchboard.queue;

import org.jspecify.annotations.NullMarked;
