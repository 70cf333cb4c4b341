/**
 * What the program's other commands ask of the process that runs: an H2 file belongs to it alone,
 * so only it can write a backup of that. It listens on loopback; where, and with which secret,
 * stands in a file of the data folder that only its owner can read.
 */
@NullMarked
package io.switchboard.app.control;

import org.jspecify.annotations.NullMarked;
