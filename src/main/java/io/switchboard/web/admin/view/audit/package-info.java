/** {@code /admin/audit}: what was done, by whom, and how it is taken back. */
@NullMarked
package io.switchboard.web.admin.view.audit;

import org.jspecify.annotations.NullMarked;
