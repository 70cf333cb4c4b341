/**
 * The best of the week, posted in each community channel in its language.
 *
 * <p>A digest is due at a time of the week by the server's clock. It has a row for each channel
 * before it is posted there, so that no restart and no second process posts it twice; the alarm and
 * the sweep only say that it is time to look.
 */
@NullMarked
package io.switchboard.community.digest;

import org.jspecify.annotations.NullMarked;
