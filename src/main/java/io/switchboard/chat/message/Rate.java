package io.switchboard.chat.message;

import java.time.Duration;

/**
 * A bound on calls.
 *
 * @param bucket calls that share this bound carry the same name, such as one chat, or the whole bot
 * @param calls at most so many
 * @param per in any span of this length
 */
public record Rate(String bucket, int calls, Duration per) {}
