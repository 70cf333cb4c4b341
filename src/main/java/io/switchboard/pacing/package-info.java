/**
 * How much a place takes: every send and edit goes out within the place's budget, the most
 * important first.
 */
@NullMarked
package io.switchboard.pacing;

import org.jspecify.annotations.NullMarked;
