/**
 * Who is signed in to the pages, in which browsers, and how they come to be: by a one-time link
 * from the bot, never by a password.
 *
 * <ul>
 *   <li>A browser that asks is known by a cookie and shows a code. The link that the bot sends for
 *       that code works in that browser alone, so a link that is stolen or guessed is worth
 *       nothing, and a code that somebody is talked into sending opens nothing by itself: the link
 *       comes to the member, not to the browser.
 *   <li>A link that a member asked for in the chat, without a code, works in the first browser in
 *       which somebody presses the button under the member's name. Fetching it does nothing.
 *   <li>Only hashes of cookies, codes and links are kept. Whoever is banned or paused is signed out
 *       with the next page; so is whoever a command makes less than they were.
 *   <li>What somebody may do on pages is asked with every request ({@link
 *       io.switchboard.member.session.Authority}). With a session is kept which roles the platform
 *       told when it began; they count for twelve hours.
 * </ul>
 */
@NullMarked
package io.switchboard.member.session;

import org.jspecify.annotations.NullMarked;
