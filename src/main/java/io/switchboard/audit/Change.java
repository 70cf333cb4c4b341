package io.switchboard.audit;

/**
 * Something that an admin wants to stand otherwise.
 *
 * @param what in a word or two that stay the same: {@code limit set}
 * @param target to whom or what, see {@link AuditEntry}
 * @param detail what exactly, for people to read
 * @param thing the kind of the {@link Thing}, a space, and which of its kind
 * @param state how it is to stand
 */
public record Change(String what, String target, String detail, String thing, String state) {}
