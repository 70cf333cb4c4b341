/** What admins did. */
@NullMarked
package io.switchboard.audit;

import org.jspecify.annotations.NullMarked;
