package io.switchboard.member.session;

import io.switchboard.member.MemberId;
import java.time.Instant;

/**
 * A browser in which a member is signed in.
 *
 * @param browser as it calls itself, in short
 * @param seenAt when a page was opened last, to the hour
 */
public record Session(
    long id, MemberId member, String browser, Instant createdAt, Instant seenAt) {}
