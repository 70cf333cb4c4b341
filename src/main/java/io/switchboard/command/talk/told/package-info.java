/** What is said about a request: what became of it, and where it stands while it waits. */
@NullMarked
package io.switchboard.command.talk.told;

import org.jspecify.annotations.NullMarked;
