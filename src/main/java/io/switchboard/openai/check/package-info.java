/** Asks each account a real, very short question, and which models it has. */
@NullMarked
package io.switchboard.openai.check;

import org.jspecify.annotations.NullMarked;
