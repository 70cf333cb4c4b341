/** What stands on the dashboard's pages, looked up and put into words; the templates lay it out. */
@NullMarked
package io.switchboard.web.admin.view;

import org.jspecify.annotations.NullMarked;
