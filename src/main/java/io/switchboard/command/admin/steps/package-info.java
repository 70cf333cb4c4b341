/** What is still missing from an admin's command, asked for with buttons, one thing at a time. */
@NullMarked
package io.switchboard.command.admin.steps;

import org.jspecify.annotations.NullMarked;
