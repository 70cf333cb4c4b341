/**
 * One claimed wish for a picture becomes one picture in the chat. It is stored with the request
 * once it is shown; an attempt that dies before that draws again, as the picture is kept nowhere
 * else.
 */
@NullMarked
package io.switchboard.answer.drawn;

import org.jspecify.annotations.NullMarked;
