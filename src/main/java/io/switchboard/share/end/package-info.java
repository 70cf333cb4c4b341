/** How shares end: what is changed, who is told, and what the sweep repairs. */
@NullMarked
package io.switchboard.share.end;

import org.jspecify.annotations.NullMarked;
