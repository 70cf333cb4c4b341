/** The commands as platforms list them: for all, and for those who may do more than others. */
@NullMarked
package io.switchboard.chat.menu;

import org.jspecify.annotations.NullMarked;
