/**
 * Who somebody is: identities on platforms, access, language.
 *
 * <ul>
 *   <li>A member is a number; platform accounts point to it. Two accounts become one member by
 *       moving the pointer (linking), so nothing outside this room may keep a person's platform id
 *       as the key of anything.
 *   <li>A handle is a hint, not an identity: it can move to somebody else. Whoever was seen with it
 *       last is meant.
 *   <li>Access is decided from the configuration and what the platform says now, never from what
 *       was stored: whoever loses a role is out with the next message.
 * </ul>
 */
@NullMarked
package io.switchboard.member;

import org.jspecify.annotations.NullMarked;
