/**
 * Documents as HTML. Two walls: {@link io.switchboard.markup.html.Fragment} writes only what it
 * knows and escapes all else, {@link io.switchboard.markup.html.Wall} lets through only what it
 * knows.
 */
@NullMarked
package io.switchboard.markup.html;

import org.jspecify.annotations.NullMarked;
