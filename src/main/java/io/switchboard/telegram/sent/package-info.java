/**
 * Whether a message was sent whose answer never came. A send that may have been done is never done
 * again before somebody has looked.
 */
@NullMarked
package io.switchboard.telegram.sent;

import org.jspecify.annotations.NullMarked;
