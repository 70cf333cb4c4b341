/**
 * What members are told in private of what became of their posts and reports. It is a row before it
 * is said, and is deleted after: a crash may have it said twice, never not at all.
 */
@NullMarked
package io.switchboard.community.tell;

import org.jspecify.annotations.NullMarked;
