/**
 * Health, readiness and metrics. Metrics name routes by their pattern and nobody by anything, so no
 * token or person can be read there; and they are given to direct connections only, so a reverse
 * proxy that passes everything on does not publish them.
 */
@NullMarked
package io.switchboard.http.watch;

import org.jspecify.annotations.NullMarked;
