/**
 * What is said on Telegram, in the best form that the server takes, and what became of it.
 *
 * <p>A form that is refused is followed by the next plainer one; a call that was not answered is
 * never followed by another, since it may have been done.
 */
@NullMarked
package io.switchboard.telegram.send;

import org.jspecify.annotations.NullMarked;
