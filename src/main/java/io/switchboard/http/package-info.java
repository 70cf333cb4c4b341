/** The web server: routes, security headers, throttling, live events, health. */
@NullMarked
package io.switchboard.http;

import org.jspecify.annotations.NullMarked;
