/**
 * The port to the shared account: ask for an answer and read it as it grows; and the choice among
 * several accounts.
 *
 * <p>Decisions that bind it: a failure says whose fault it is ({@link
 * io.switchboard.account.Failure.Kind}), so that only an account's own failures take it out; the
 * health of accounts is kept in memory, as each process finds it out within one request; tokens
 * that no server counted are estimated, never loaded for ({@link
 * io.switchboard.account.TokenCount}).
 */
@NullMarked
package io.switchboard.account;

import org.jspecify.annotations.NullMarked;
