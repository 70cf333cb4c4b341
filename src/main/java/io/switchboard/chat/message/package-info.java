/** What is said in a place: replies with their buttons, and the ports that carry them. */
@NullMarked
package io.switchboard.chat.message;

import org.jspecify.annotations.NullMarked;
