/** {@code /admin/statistics}: what was asked and answered, as pictures, tables and a file. */
@NullMarked
package io.switchboard.web.admin.view.stats;

import org.jspecify.annotations.NullMarked;
