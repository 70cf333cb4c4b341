/** What ids and handles of Discord hold: snowflakes, and the way to an interaction. */
@NullMarked
package io.switchboard.discord.id;

import org.jspecify.annotations.NullMarked;
