/**
 * {@code /admin/posts}: what waits for the staff, what was reported, and what is shown in the
 * community.
 */
@NullMarked
package io.switchboard.web.admin.view.post;

import org.jspecify.annotations.NullMarked;
