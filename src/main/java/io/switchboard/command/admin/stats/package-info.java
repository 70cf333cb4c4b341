/** {@code /stats}: what was asked and answered, as text, picture and file. */
@NullMarked
package io.switchboard.command.admin.stats;

import org.jspecify.annotations.NullMarked;
