/**
 * How many tokens a text is for a model, exactly.
 *
 * <p>Loading an encoding takes 400 ms and 35 MB, so it is done only where the count decides
 * something, not for an estimate (see {@link io.switchboard.account.TokenCount}); a text has never
 * more tokens than bytes, which often decides it without.
 */
@NullMarked
package io.switchboard.account.tokens;

import org.jspecify.annotations.NullMarked;
