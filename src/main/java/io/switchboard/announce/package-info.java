/**
 * What admins say to everybody, once.
 *
 * <ul>
 *   <li>It is a draft until its maker has seen it and confirmed. Then those who hear it are rows,
 *       which any process works off; so that it goes on after a crash.
 *   <li>Who is being told is claimed before, and nobody who was claimed is told again: of those
 *       over whom a process died it is said that nobody knows. Better one who misses it than many
 *       who get it twice.
 *   <li>One after the other goes out, behind everything that people wait for.
 *   <li>Members are told in private, in their language, unless they said that they want none.
 * </ul>
 */
@NullMarked
package io.switchboard.announce;

import org.jspecify.annotations.NullMarked;
