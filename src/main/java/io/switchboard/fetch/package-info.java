/**
 * Fetching a file from an address that somebody else named: never from the inner network, never
 * more than was asked for, never for longer than half a minute.
 *
 * <p>Decisions that bind it: only listed hosts are asked, by https, and only at addresses that
 * anybody on the internet could reach; what a name resolves to is looked at in the same moment as
 * it is dialled, so that no second answer of the name's server can lead elsewhere. The one
 * exception is a server that the configuration itself names, as one of one's own stands in the
 * inner network. Redirects and proxies are not followed: both would be asked to look names up for
 * us.
 */
@NullMarked
package io.switchboard.fetch;

import org.jspecify.annotations.NullMarked;
