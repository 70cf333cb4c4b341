/**
 * Who somebody is: identities on platforms, linking, language.
 *
 * <ul>
 *   <li>A member is a number; platform accounts point to it. Two accounts become one member by
 *       moving the pointer (linking), so nothing outside this room may keep a person's platform id
 *       as the key of anything.
 *   <li>When two become one, each room that keeps something of members moves it ({@link
 *       io.switchboard.member.Merging}), all in one transaction. The emptied member's row stays and
 *       names the other; the record of what admins did is not rewritten.
 *   <li>A handle is a hint, not an identity: it can move to somebody else. Whoever was seen with it
 *       last is meant.
 *   <li>Who is let in: {@link io.switchboard.member.access}.
 * </ul>
 */
@NullMarked
package io.switchboard.member;

import org.jspecify.annotations.NullMarked;
