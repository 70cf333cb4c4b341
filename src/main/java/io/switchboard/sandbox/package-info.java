/**
 * A chat platform in the browser, for trying everything without any token: a Discord-like channel
 * with threads, a Telegram-like group, a private chat for each person, and a community channel.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The sandbox lets anybody be anybody. Hence it answers only to this machine: the connection
 *       is a loopback one without a proxy, and the Host header names a loopback address. What
 *       changes something must be JSON of the same origin.
 *   <li>Messages are kept in the database as a platform would keep them. A message of a person is
 *       stored before the inbox hears of it, and given to the inbox again at the next start if that
 *       did not end well; the inbox knows it by its key.
 *   <li>It is one platform with the name {@code sandbox} and one bound, that of its tightest pane:
 *       2,000 characters a message. Send budgets are those of the platforms that the panes are
 *       like, wider in private chats.
 *   <li>Live updates reach the browsers of the process that made them; the sandbox is for one
 *       process.
 *   <li>What a message shows is stored as sanitised HTML, so history needs nobody to be drawn.
 * </ul>
 *
 * <p>Places: {@code sandbox:discord}, {@code sandbox:thread/ID}, {@code sandbox:telegram}, {@code
 * sandbox:private/PERSON}, {@code sandbox:community} (where only the bot writes), {@code
 * sandbox:staff} (for the admin alone). People: see
 * {@link io.switchboard.sandbox.SandboxPeople}. In the two groups the bot is meant by {@code
 * @switchboard}, a reply to it or a command; in a thread and a private chat always.
 *
 * <p>The API, all JSON:
 *
 * <pre>
 * GET  /sandbox/api/scene                        people, places, commands, texts
 * GET  /sandbox/api/places/{place}/messages?as=  what that person sees there, oldest first
 * GET  /sandbox/api/files/{number}?as=           the file under a message of the bot
 * POST /sandbox/api/messages  {as, place, text, replyTo?, key}     → the message
 * POST /sandbox/api/presses   {as, message, action, key?}          → 204
 * POST /sandbox/api/likes     {as, message, liked: true | false}   → the message
 * GET  /sandbox/api/events?as=                   server-sent: message, gone, typing, thread
 *
 * message: {id, place, author, bot, title, text, html, buttons: [[{label, action | url}]], personal,
 *           replyTo, at, version, file?: {kind, name, description}, likes?: [person]}
 * </pre>
 *
 * <p>{@code as} is a person ({@code ada} or {@code sandbox:ada}), {@code place} and {@code message}
 * are ids as above (percent-encoded in a path). {@code text} is what a person reads, {@code html}
 * (empty for people's messages) how it looks. Posts in the community channel alone have {@code
 * likes}; a like is told to the inbox as the reaction 👍. The same {@code key} twice is one message. Errors are
 * {@code {"error": "…"}} with a status of 400 to 499.
 */
@NullMarked
package io.switchboard.sandbox;

import org.jspecify.annotations.NullMarked;
