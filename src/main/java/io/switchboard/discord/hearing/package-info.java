/**
 * What happens on Discord, in the house's words. Runs on JDA's gateway thread, so nothing here
 * waits there: places have lanes of their own.
 */
@NullMarked
package io.switchboard.discord.hearing;

import org.jspecify.annotations.NullMarked;
