/** Alarms kept by Quartz; the only room that sees it. */
@NullMarked
package io.switchboard.quartz;

import org.jspecify.annotations.NullMarked;
