/**
 * All commands: what a platform's menu lists, what help says, how arguments are read. One file of
 * entries an area; a command stands here once it works, not before.
 */
@NullMarked
package io.switchboard.command.catalogue;

import org.jspecify.annotations.NullMarked;
