/** A chat platform in the browser, for trying everything without any token. */
@NullMarked
package io.switchboard.sandbox;

import org.jspecify.annotations.NullMarked;
