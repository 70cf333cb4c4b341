/** An account that answers without any model, and says so. */
@NullMarked
package io.switchboard.demo;

import org.jspecify.annotations.NullMarked;
