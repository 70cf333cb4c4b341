/**
 * What was asked and answered, day by day: sums that are added up in the transaction that settles a
 * request, so that no statistics ever look through the requests, and forgetting a member, who is
 * only a number in them, changes nothing. Days begin where the server's do.
 */
@NullMarked
package io.switchboard.queue.daily;

import org.jspecify.annotations.NullMarked;
