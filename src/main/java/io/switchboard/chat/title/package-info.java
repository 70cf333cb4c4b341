/** What people call places: asked of a platform, and remembered for some minutes. */
@NullMarked
package io.switchboard.chat.title;

import org.jspecify.annotations.NullMarked;
