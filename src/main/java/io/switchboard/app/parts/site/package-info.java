/** The web pages wired to their rooms, and whether this process can do its work. */
@NullMarked
package io.switchboard.app.parts.site;

import org.jspecify.annotations.NullMarked;
