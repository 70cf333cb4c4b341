/**
 * Everything that is in the database as one file, and back, also into the other kind of database.
 *
 * <p>The file is compressed lines of JSON: a head with the schema's version; for each table, in an
 * order in which rows find what they refer to, its columns and then a line a row; at the end a
 * checksum of all before. Nothing of it is held in memory but one line. It is one moment's picture,
 * as if the process had been killed then: what runs is taken up again from it as after a kill.
 *
 * <p>A restore builds everything up beside what is there, which goes only at the end and at one
 * instant: by a rename with H2, by a commit with PostgreSQL. So a file in which anything is wrong
 * changes nothing, and neither does a kill.
 */
@NullMarked
package io.switchboard.db.backup;

import org.jspecify.annotations.NullMarked;
