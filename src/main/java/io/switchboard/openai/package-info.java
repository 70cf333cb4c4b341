/**
 * An account on any OpenAI-compatible server.
 *
 * <p>{@link io.switchboard.openai.OpenAiAccount} writes requests and sends them; answers are read
 * in {@link io.switchboard.openai.answer}, what all calls have in common is in {@link
 * io.switchboard.openai.wire}.
 *
 * <p>Decisions that bind it:
 *
 * <ul>
 *   <li>HTTP/1.1 only: closing the connection then is what tells a server to stop generating, and
 *       no server is confused by an offer of HTTP/2 over plain text.
 *   <li>Redirects are not followed: they would carry the key on.
 * </ul>
 */
@NullMarked
package io.switchboard.openai;

import org.jspecify.annotations.NullMarked;
