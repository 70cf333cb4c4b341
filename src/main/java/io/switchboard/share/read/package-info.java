/**
 * Who gets what of a link: decided here alone, as one sealed answer that the pages and the chats
 * use. A reader is asked for only where it matters, so that a page that is open to all needs no
 * cookie.
 *
 * <p>Password4j is seen in this package only.
 */
@NullMarked
package io.switchboard.share.read;

import org.jspecify.annotations.NullMarked;
