/** {@code /admin/shares}: everybody's links, and how one is ended. */
@NullMarked
package io.switchboard.web.admin.view.share;

import org.jspecify.annotations.NullMarked;
