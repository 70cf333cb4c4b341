/**
 * The port to the shared account: ask for an answer and read it as it grows; and the choice among
 * several accounts.
 *
 * <p>Decisions that bind it: a failure says whose fault it is ({@link
 * io.switchboard.account.Failure.Kind}), so that only an account's own failures take it out; the
 * health of accounts is kept for all processes, see {@link io.switchboard.account.choice}; tokens
 * that no server counted are estimated ({@link io.switchboard.account.TokenCount}), and counted in
 * the model's encoding only where that decides what is left out ({@link
 * io.switchboard.account.tokens}).
 */
@NullMarked
package io.switchboard.account;

import org.jspecify.annotations.NullMarked;
