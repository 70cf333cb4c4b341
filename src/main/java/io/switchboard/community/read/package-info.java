/** What others may know of posts: for the gallery, and for whoever shows or counts them. */
@NullMarked
package io.switchboard.community.read;

import org.jspecify.annotations.NullMarked;
