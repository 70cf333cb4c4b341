/**
 * The gallery's page: complete without scripts, for search engines as little as shared pages are,
 * and not there at all while the community is off.
 */
@NullMarked
package io.switchboard.web.gallery;

import org.jspecify.annotations.NullMarked;
