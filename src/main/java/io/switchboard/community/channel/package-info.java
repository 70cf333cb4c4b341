/** Where the community is, whether it is on at all, and what is spoken there. */
@NullMarked
package io.switchboard.community.channel;

import org.jspecify.annotations.NullMarked;
