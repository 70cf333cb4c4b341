/** What the bot has said itself, read in a channel when nobody knows whether it arrived. */
@NullMarked
package io.switchboard.discord.reading;

import org.jspecify.annotations.NullMarked;
