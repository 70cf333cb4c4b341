/**
 * What {@code /metrics} tells of the rooms: counted where it happens, by this process; looked up
 * when somebody asks, where it is in the database and so of all processes together. Labels have
 * only values of the configuration and of the program: no member, place or link can be read there.
 */
@NullMarked
package io.switchboard.app.parts.figures;

import org.jspecify.annotations.NullMarked;
