/** Reads the configuration strictly; keeps secrets from being printed. */
@NullMarked
package io.switchboard.config;

import org.jspecify.annotations.NullMarked;
