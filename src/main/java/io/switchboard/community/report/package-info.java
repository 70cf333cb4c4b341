/**
 * Members say that something is wrong with a post, and the staff decides.
 *
 * <p>One card a round of reports, with their number and reasons and without names. Each member
 * reports a post once, and only so many a day. After a decision, what others report begins a new
 * round; those who reported are told what was decided.
 */
@NullMarked
package io.switchboard.community.report;

import org.jspecify.annotations.NullMarked;
