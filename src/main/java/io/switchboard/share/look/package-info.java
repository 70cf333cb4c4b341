/** Everybody's shares, as admins look at them: what there is and whose, never what stands in it. */
@NullMarked
package io.switchboard.share.look;

import org.jspecify.annotations.NullMarked;
