/** What owners see of their shares, and what they change of them. */
@NullMarked
package io.switchboard.share.own;

import org.jspecify.annotations.NullMarked;
