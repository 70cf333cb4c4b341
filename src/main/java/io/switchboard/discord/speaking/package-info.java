/**
 * What is said on Discord: messages, answers to interactions, posts, threads. Everything goes by
 * {@link io.switchboard.discord.speaking.Rest}; what Discord's refusals mean stands in one place.
 */
@NullMarked
package io.switchboard.discord.speaking;

import org.jspecify.annotations.NullMarked;
