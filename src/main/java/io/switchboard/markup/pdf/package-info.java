/**
 * Documents as PDF.
 *
 * <ul>
 *   <li>Letters come from the system's fonts, whatever their format: the outlines of those that a
 *       document uses are put into small TrueType fonts of its own. A sign that no font has becomes
 *       its number in brackets; where many letters are missing there is no PDF, never boxes.
 *   <li>Writing that runs from right to left or joins its letters is not laid out here and counts
 *       as missing.
 *   <li>Nothing is fetched, whatever a document names. Its size is bounded, and one is made at a
 *       time.
 *   <li>It is tagged (PDF/UA): title, language, headings, lists and tables are there for whoever
 *       has it read aloud, and each picture has its text.
 *   <li>Formulas are pictures, at the height of their lines and fit for print; one that cannot be
 *       drawn is shown as LaTeX. Pictures never count as letters of the document.
 * </ul>
 */
@NullMarked
package io.switchboard.markup.pdf;

import org.jspecify.annotations.NullMarked;
