/**
 * What admins may do with conversations that are not theirs. Whether somebody is an admin is asked
 * by whoever calls; what the owners allow is known here.
 *
 * <ul>
 *   <li>Nobody's conversation is read unless the configuration offers that at all, and everybody
 *       who has written in it lets admins read.
 *   <li>Of those that may not be read, an admin sees owner, size, age and number: a title is made
 *       of what was asked, so it is neither shown nor searched.
 *   <li>A conversation becomes another member's only when both agree: else it would be a way to
 *       read what its owner does not show. Links made of it stay their maker's.
 * </ul>
 */
@NullMarked
package io.switchboard.conversation.oversight;

import org.jspecify.annotations.NullMarked;
