/**
 * A document as Telegram shows it: as rich message where the server knows those, else as text with
 * the few tags of {@code parse_mode=HTML}.
 *
 * <p>Only documented tags are written, closed in their order, with everything else escaped; so
 * there is no text of a model's that Telegram could refuse to parse. Names with an at sign in front
 * are written as code, since they would notify whoever has that name.
 */
@NullMarked
package io.switchboard.telegram.render;

import org.jspecify.annotations.NullMarked;
