/**
 * The rows of limits: who used what when, and what admins set. It decides nothing: {@link
 * io.switchboard.queue.limit} is its door.
 */
@NullMarked
package io.switchboard.queue.limit.ledger;

import org.jspecify.annotations.NullMarked;
