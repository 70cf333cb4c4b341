/**
 * Posts: what they say, the wish to have one, and the copies in the channels.
 *
 * <p>What a copy should show follows from two rows, that of the share and that of the item. {@link
 * io.switchboard.community.post.KeepCopies} compares it with what it does show and does what is
 * missing; so whoever changes something changes a row, and has the copies looked at.
 *
 * <p>Where the staff looks first, {@link io.switchboard.community.post.MayBeShown} alone says what
 * of it may be shown, for the copies and for the gallery, however soon after a change they ask.
 */
@NullMarked
package io.switchboard.community.post;

import org.jspecify.annotations.NullMarked;
