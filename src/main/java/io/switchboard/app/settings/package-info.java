/** The whole configuration as one: the file, the environment, the defaults of the rooms. */
@NullMarked
package io.switchboard.app.settings;

import org.jspecify.annotations.NullMarked;
