/** Reactions to posts are likes of them. */
@NullMarked
package io.switchboard.community.like;

import org.jspecify.annotations.NullMarked;
