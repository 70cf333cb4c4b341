/** Finds in a text what was likely not meant for others. */
@NullMarked
package io.switchboard.share.secrets;

import org.jspecify.annotations.NullMarked;
