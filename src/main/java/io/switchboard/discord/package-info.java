/**
 * Discord, through JDA; nobody else sees that library.
 *
 * <p>Decisions that bind:
 *
 * <ul>
 *   <li>Events come through JDA's listeners; everything that is said goes by {@link
 *       io.switchboard.discord.speaking.Rest} over JDA's rate limiter, by route and not by cached
 *       channel, so that after a restart nothing depends on what JDA has seen since.
 *   <li>An interaction is deferred before anything else, and its token travels in the destination's
 *       handle. Any process can answer with it; which send has the first reply is remembered, and
 *       by another process asked of Discord.
 *   <li>Nothing that is sent notifies anybody or shows a preview of a link.
 *   <li>Commands that our own texts name are mentions once they are registered, under the one name
 *       by which a press finds them; what a model or a person wrote never makes one.
 *   <li>Sent messages carry their nonce with {@code enforce_nonce}, so a repeated try is not a
 *       second message. Discord offers that for channel messages only.
 *   <li>Speaking and listening are two things: {@link io.switchboard.discord.DiscordPlatform#speak}
 *       needs no gateway. Of several processes all speak, and the one that holds the platform's
 *       lease listens.
 *   <li>As many connections (shards) as Discord recommends, all in the process that listens:
 *       whoever takes over takes all of them. Speaking goes over the first; it needs no others.
 * </ul>
 */
@NullMarked
package io.switchboard.discord;

import org.jspecify.annotations.NullMarked;
