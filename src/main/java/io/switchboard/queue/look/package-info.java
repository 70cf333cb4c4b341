/**
 * The queue as whoever runs the group looks at it.
 *
 * <p>However many requests wait, a look costs the same: what runs is bounded by the accounts, and
 * who waits is listed by the members' lines, in the order in which they are served, each with its
 * oldest request; never by walking over the requests.
 */
@NullMarked
package io.switchboard.queue.look;

import org.jspecify.annotations.NullMarked;
