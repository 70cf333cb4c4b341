/** When a link ends, as people write it in any of the four languages, in their own time zone. */
@NullMarked
package io.switchboard.share.expiry;

import org.jspecify.annotations.NullMarked;
