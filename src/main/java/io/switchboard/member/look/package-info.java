/** The members as whoever runs the group looks for them, a page at a time. */
@NullMarked
package io.switchboard.member.look;

import org.jspecify.annotations.NullMarked;
