/** What is said of shares in more than one place. */
@NullMarked
package io.switchboard.command.sharing.said;

import org.jspecify.annotations.NullMarked;
