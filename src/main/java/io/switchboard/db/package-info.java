/**
 * The database: pool, migrations, transactions, leases, and what differs between H2 and PostgreSQL.
 */
@NullMarked
package io.switchboard.db;

import org.jspecify.annotations.NullMarked;
