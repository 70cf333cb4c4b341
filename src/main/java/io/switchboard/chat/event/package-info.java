/** What people do in a place, and the port that hears of it. */
@NullMarked
package io.switchboard.chat.event;

import org.jspecify.annotations.NullMarked;
