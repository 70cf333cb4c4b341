/**
 * Who is let in, and what they may do. Decided from the configuration, what admins said ({@code
 * person_access}) and what the platform says now; a platform's roles are never stored: whoever
 * loses one is out with the next message. An admin's word goes before the lists, and no command
 * keeps a configured admin out.
 */
@NullMarked
package io.switchboard.member.access;

import org.jspecify.annotations.NullMarked;
