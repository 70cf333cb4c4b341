package io.switchboard.chat.message;

import io.switchboard.chat.Person;

/**
 * A message asks one person for a text. Where a platform can, it opens a reply for them; the
 * buttons, which lead to the same, are then left out.
 *
 * @param person whose reply is wanted
 * @param hint what stands in the empty field, at most 64 characters; may be empty
 */
public record Prompt(Person person, String hint) {}
