/** From the wish to share to the link: what is about to go out, and what its owner decides. */
@NullMarked
package io.switchboard.command.sharing.draft;

import org.jspecify.annotations.NullMarked;
