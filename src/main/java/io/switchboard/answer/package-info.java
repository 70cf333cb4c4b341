/** One claimed request becomes one delivered answer. */
@NullMarked
package io.switchboard.answer;

import org.jspecify.annotations.NullMarked;
