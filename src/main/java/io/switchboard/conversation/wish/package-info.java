/** What may be wanted of the account beside answers, as requests keep it. */
@NullMarked
package io.switchboard.conversation.wish;

import org.jspecify.annotations.NullMarked;
