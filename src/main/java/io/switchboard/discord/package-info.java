/** Discord, through JDA; nobody else sees that library. */
@NullMarked
package io.switchboard.discord;

import org.jspecify.annotations.NullMarked;
