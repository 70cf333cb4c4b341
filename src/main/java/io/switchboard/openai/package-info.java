/** An account on any OpenAI-compatible server. */
@NullMarked
package io.switchboard.openai;

import org.jspecify.annotations.NullMarked;
