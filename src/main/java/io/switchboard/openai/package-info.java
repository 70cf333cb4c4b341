/**
 * An account on any OpenAI-compatible server, by chat completions.
 *
 * <p>{@link io.switchboard.openai.OpenAiAccount} opens a {@code ChatStream}; that reads signals off
 * an {@code HttpCall} (headers, bytes, end), which {@code ServerEvents} cuts into events and {@code
 * ChatChunks} turns into pieces. {@code ErrorAnswer} says what a refusal means, {@code Dialect}
 * remembers which parameters this server does not know.
 *
 * <p>Decisions that bind it:
 *
 * <ul>
 *   <li>HTTP/1.1 only: closing the connection then is what tells a server to stop generating, and
 *       no server is confused by an offer of HTTP/2 over plain text.
 *   <li>All waiting is done by the reader, in {@code ChatStream.next}, with a bound on each wait.
 *       There is no watchdog thread that could be forgotten.
 *   <li>An answer is complete when a {@code finish_reason} came, whatever else is missing; without
 *       one it is cut off, however politely the connection ended.
 *   <li>Every size is bounded: an event, an error's body, the whole answer.
 *   <li>The key goes into the Authorization header and nowhere else; it is taken out of whatever a
 *       server sends back before that is kept. Redirects are not followed: they would carry it on.
 * </ul>
 */
@NullMarked
package io.switchboard.openai;

import org.jspecify.annotations.NullMarked;
