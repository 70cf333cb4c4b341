/**
 * What people were asked for in a chat, and what is to be done with their reply. A reply counts for
 * an hour, once, and only from whoever was asked; it is kept in the database, so that a reply after
 * a restart, or to another process, is no question to the account.
 */
@NullMarked
package io.switchboard.prompt;

import org.jspecify.annotations.NullMarked;
