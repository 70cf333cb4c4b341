/**
 * Pages that follow what happens, by server-sent events.
 *
 * <ul>
 *   <li>A part is sent again only when it reads otherwise. What is looked up for it is looked up
 *       every two seconds for each page that is open, and sooner when the queue moves here, but
 *       never more than once a second.
 *   <li>Streams are few and short: so many a member, so many in all, some minutes each; a browser
 *       that still looks comes back by itself, and is asked for its session then.
 *   <li>With every look it is asked whether its reader may still look; if not, it ends.
 * </ul>
 */
@NullMarked
package io.switchboard.web.admin.live;

import org.jspecify.annotations.NullMarked;
