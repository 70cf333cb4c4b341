/** Posts in community channels: what one shows, and the port to platforms that can show it. */
@NullMarked
package io.switchboard.chat.post;

import org.jspecify.annotations.NullMarked;
