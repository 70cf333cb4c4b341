/**
 * Hearing, reading aloud and drawing on a server (platform.openai.com/docs/api-reference/audio):
 * single calls with a bound on their time and on the size of what comes.
 */
@NullMarked
package io.switchboard.openai.media;

import org.jspecify.annotations.NullMarked;
