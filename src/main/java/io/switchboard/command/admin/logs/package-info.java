/** {@code /logs}: the log of the program, for those who look after it. */
@NullMarked
package io.switchboard.command.admin.logs;

import org.jspecify.annotations.NullMarked;
