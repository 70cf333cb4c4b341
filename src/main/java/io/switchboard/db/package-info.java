/**
 * The database: pool, migrations, transactions, leases, and what differs between H2 and PostgreSQL.
 * However many ask at once, each is served in the end; only a database that serves nobody for half
 * a minute is a failure.
 */
@NullMarked
package io.switchboard.db;

import org.jspecify.annotations.NullMarked;
