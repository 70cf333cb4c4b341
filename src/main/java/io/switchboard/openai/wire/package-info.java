/**
 * What all calls to a server have in common: connections, server-sent events, errors.
 *
 * <p>The key goes into the Authorization header and nowhere else; {@code ErrorAnswer} takes it out
 * of whatever a server sends back before that is kept.
 */
@NullMarked
package io.switchboard.openai.wire;

import org.jspecify.annotations.NullMarked;
