package io.switchboard.audit;

import io.switchboard.member.MemberId;
import java.time.Instant;

/**
 * Something that an admin did.
 *
 * @param what in a word or two that stay the same: {@code limit set}
 * @param target to whom or what: {@code member 5}; empty if to nothing
 * @param detail what exactly, for people to read; empty if there is no more to say
 */
public record AuditEntry(
    long id, MemberId who, String what, String target, String detail, Instant at) {}
