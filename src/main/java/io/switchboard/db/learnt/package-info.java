/** What was learnt about other servers and need not be found out again at each start. */
@NullMarked
package io.switchboard.db.learnt;

import org.jspecify.annotations.NullMarked;
