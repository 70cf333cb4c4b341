/** Documents as Markdown again. Used through {@link io.switchboard.markup.MarkdownText} only. */
@NullMarked
package io.switchboard.markup.write;

import org.jspecify.annotations.NullMarked;
