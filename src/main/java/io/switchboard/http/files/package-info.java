/**
 * Files of the program that browsers may keep for good, since their address names their content.
 */
@NullMarked
package io.switchboard.http.files;

import org.jspecify.annotations.NullMarked;
