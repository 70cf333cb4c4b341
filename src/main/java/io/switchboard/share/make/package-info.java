/** From what is selected to a link: frozen, looked at, covered where it must be, let out. */
@NullMarked
package io.switchboard.share.make;

import org.jspecify.annotations.NullMarked;
