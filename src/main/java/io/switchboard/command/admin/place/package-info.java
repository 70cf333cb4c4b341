/**
 * How it is in one place: whose its conversation is, what it is linked with, how answers are given.
 */
@NullMarked
package io.switchboard.command.admin.place;

import org.jspecify.annotations.NullMarked;
