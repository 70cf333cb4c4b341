/** Posts in channels, groups and topics, and how they are changed and taken away. */
@NullMarked
package io.switchboard.telegram.posting;

import org.jspecify.annotations.NullMarked;
