/**
 * The staff looks at a share before it is posted.
 *
 * <p>What they allow is what they looked at: buttons carry its {@link
 * io.switchboard.community.post.Mark}, and of what has changed since they are shown a new card. One
 * of several who press at once decides, in the row; the others are told so.
 */
@NullMarked
package io.switchboard.community.approve;

import org.jspecify.annotations.NullMarked;
