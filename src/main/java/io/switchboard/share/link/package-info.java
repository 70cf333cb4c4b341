/**
 * The tokens in links: made from a strong source of chance, found again by their hash alone, and
 * kept readable only under a key that lies outside of the database.
 */
@NullMarked
package io.switchboard.share.link;

import org.jspecify.annotations.NullMarked;
