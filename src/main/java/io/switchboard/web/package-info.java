/** The pages. */
@NullMarked
package io.switchboard.web;

import org.jspecify.annotations.NullMarked;
