/** Posts of shares in the community channels. */
@NullMarked
package io.switchboard.community;

import org.jspecify.annotations.NullMarked;
