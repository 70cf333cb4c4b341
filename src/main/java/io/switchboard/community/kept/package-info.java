/** The rows of the community: posts and their copies, likes, reports, what is still to be told. */
@NullMarked
package io.switchboard.community.kept;

import org.jspecify.annotations.NullMarked;
