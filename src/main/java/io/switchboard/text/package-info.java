/** What people read: message files in four languages. */
@NullMarked
package io.switchboard.text;

import org.jspecify.annotations.NullMarked;
