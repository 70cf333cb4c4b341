/**
 * What an account may offer beside answers: writing down what is said, drawing, and reading aloud.
 */
@NullMarked
package io.switchboard.account.media;

import org.jspecify.annotations.NullMarked;
