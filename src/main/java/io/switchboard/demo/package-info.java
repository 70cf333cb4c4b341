/**
 * An account that answers without any model, and says so, so that everything else can be tried.
 *
 * <p>Its texts are Markdown files beside this package in the resources. It knows nothing of a
 * conversation but what the prompt brings along.
 */
@NullMarked
package io.switchboard.demo;

import org.jspecify.annotations.NullMarked;
