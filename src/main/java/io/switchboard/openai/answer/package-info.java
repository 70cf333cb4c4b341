/**
 * Answers of a server, by chat completions or by the Responses API, chosen per account.
 *
 * <p>{@code ChatRequest} and {@code ResponsesRequest} write the prompt; {@code EventStream} reads
 * signals off a call, which {@code ChatChunks} or {@code ResponseEvents} turn into pieces; {@code
 * Dialect} remembers which parameters this server does not know. Decisions that bind it:
 *
 * <ul>
 *   <li>All waiting is done by the reader, in {@code EventStream.next}, with a bound on each wait.
 *       There is no watchdog thread that could be forgotten.
 *   <li>An answer is complete when a {@code finish_reason} came, or {@code response.completed} or
 *       {@code response.incomplete}, whatever else is missing; also when text came and {@code
 *       [DONE]} behind it, as some servers and proxies give no reason. Without any of these it is
 *       cut off, however politely the connection ended.
 *   <li>Every size is bounded: an event, an error's body, the whole answer.
 *   <li>Responses are asked for with {@code store: false}: conversations are kept here alone.
 * </ul>
 */
@NullMarked
package io.switchboard.openai.answer;

import org.jspecify.annotations.NullMarked;
