/** What admins set, as text that people can read and that can be put back. */
@NullMarked
package io.switchboard.queue.limit.state;

import org.jspecify.annotations.NullMarked;
