/**
 * What is kept of shares: their rows, the frozen texts of their revisions, the private addresses
 * that lead to them, the messages that carry their link, and how often they were looked at. Knows
 * nothing of when a share may do what.
 */
@NullMarked
package io.switchboard.share.kept;

import org.jspecify.annotations.NullMarked;
