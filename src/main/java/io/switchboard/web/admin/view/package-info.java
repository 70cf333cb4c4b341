/**
 * What stands on the dashboard's pages, looked up and put into words; the templates lay it out. A
 * package a section; here is what several of them show.
 */
@NullMarked
package io.switchboard.web.admin.view;

import org.jspecify.annotations.NullMarked;
