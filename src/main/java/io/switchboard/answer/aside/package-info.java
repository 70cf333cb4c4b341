/** What is done beside a request's own thread. */
@NullMarked
package io.switchboard.answer.aside;

import org.jspecify.annotations.NullMarked;
