/**
 * How answers are given in a place: as text, as a link to a page that fills while the answer grows,
 * or both. What was said of a thread or topic counts before what was said of its channel or group,
 * and both before the configuration.
 */
@NullMarked
package io.switchboard.share.way;

import org.jspecify.annotations.NullMarked;
