/** {@code /admin/logs}: the last lines of the log, and who follows it. */
@NullMarked
package io.switchboard.web.admin.view.log;

import org.jspecify.annotations.NullMarked;
