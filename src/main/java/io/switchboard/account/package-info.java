/**
 * The port to the shared account: ask for an answer and read it as it grows; and the choice among
 * several accounts.
 */
@NullMarked
package io.switchboard.account;

import org.jspecify.annotations.NullMarked;
