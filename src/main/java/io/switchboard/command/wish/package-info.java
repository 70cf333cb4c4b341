/**
 * What somebody wants, as values: a sealed {@link io.switchboard.command.wish.Command} for each
 * area of commands. Reading makes them, one file of an area carries each out.
 */
@NullMarked
package io.switchboard.command.wish;

import org.jspecify.annotations.NullMarked;
