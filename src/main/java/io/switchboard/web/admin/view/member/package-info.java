/** {@code /admin/members}: who there is, how they stand, and what can be done about them. */
@NullMarked
package io.switchboard.web.admin.view.member;

import org.jspecify.annotations.NullMarked;
