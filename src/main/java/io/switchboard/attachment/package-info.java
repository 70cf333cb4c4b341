/**
 * Which files of a message are taken, and what a model is given of them: a picture, or text.
 *
 * <p>Decisions that bind it: what can be refused by what is claimed of a file (its number, size,
 * name and media type) is refused before anything is queued; what it is, only its content decides,
 * when the question is answered. Files stay where they were sent: here is only where to find them,
 * so that what somebody deletes is gone, and any process can fetch it. What was fetched lately is
 * kept in memory for a conversation that goes on.
 */
@NullMarked
package io.switchboard.attachment;

import org.jspecify.annotations.NullMarked;
