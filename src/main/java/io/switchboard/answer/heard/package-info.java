/**
 * What was said instead of written: voice messages become the question's text before it is
 * answered, once, and are not fetched again.
 */
@NullMarked
package io.switchboard.answer.heard;

import org.jspecify.annotations.NullMarked;
