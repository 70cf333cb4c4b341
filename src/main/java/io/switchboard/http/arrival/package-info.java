/**
 * How long a connection may take to bring a request, and how many one network may have: a bound on
 * each read alone would let whoever sends a byte now and then hold every connection for ever.
 */
@NullMarked
package io.switchboard.http.arrival;

import org.jspecify.annotations.NullMarked;
