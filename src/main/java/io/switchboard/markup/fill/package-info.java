/**
 * Sentences of our own with something filled in: what people or models wrote stays text, and only
 * what we ourselves name becomes a command or a place that can be pressed.
 */
@NullMarked
package io.switchboard.markup.fill;

import org.jspecify.annotations.NullMarked;
