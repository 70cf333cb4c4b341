/** What the bot says about itself and about the one who asks. */
@NullMarked
package io.switchboard.command.about;

import org.jspecify.annotations.NullMarked;
