/**
 * What is kept of shares: their rows, their frozen text, the messages that carry their link, and
 * how often they were looked at. Knows nothing of when a share may do what.
 */
@NullMarked
package io.switchboard.share.kept;

import org.jspecify.annotations.NullMarked;
