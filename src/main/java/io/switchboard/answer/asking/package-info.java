/**
 * Asks the account for one answer: as often as it is worth it, until it is whole or somebody stops
 * it.
 */
@NullMarked
package io.switchboard.answer.asking;

import org.jspecify.annotations.NullMarked;
