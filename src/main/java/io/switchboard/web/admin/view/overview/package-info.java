/** {@code /admin}: what goes on now: the last day, the queue, the accounts. */
@NullMarked
package io.switchboard.web.admin.view.overview;

import org.jspecify.annotations.NullMarked;
