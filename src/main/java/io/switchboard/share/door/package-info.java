/** Where the room is entered: its parts, put together for those who wire and those who call. */
@NullMarked
package io.switchboard.share.door;

import org.jspecify.annotations.NullMarked;
