/**
 * Pages kept for the next reader.
 *
 * <ul>
 *   <li>Nothing kept is shown before the database said, after this very request had come, that the
 *       share is still open to all and still in the version that was rendered. So a page that was
 *       revoked or changed is gone at once, whichever process did it.
 *   <li>Requests that come at the same time ask together: a question that begins after a request
 *       came answers it, however many wait for it.
 * </ul>
 */
@NullMarked
package io.switchboard.web.kept;

import org.jspecify.annotations.NullMarked;
