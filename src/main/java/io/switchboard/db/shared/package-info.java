/**
 * What several processes on one database agree on: who of them does a thing, and what time it is.
 */
@NullMarked
package io.switchboard.db.shared;

import org.jspecify.annotations.NullMarked;
