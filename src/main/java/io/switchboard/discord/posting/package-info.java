/**
 * Posts in community channels: in a forum a thread with its title and tags, in a text channel a
 * card; how they are changed and taken away; and threads.
 */
@NullMarked
package io.switchboard.discord.posting;

import org.jspecify.annotations.NullMarked;
