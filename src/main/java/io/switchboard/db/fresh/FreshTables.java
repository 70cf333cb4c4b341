package io.switchboard.db.fresh;

import org.jdbi.v3.core.Handle;

/**
 * Makes all tables, and the history of the migrations that they stand for, in a tenth of the time
 * that these take one after the other: most of a first start.
 */
public final class FreshTables {
  /** Where the statements are on the class path. */
  static final String STATEMENTS = "io/switchboard/db/fresh/h2.sql";

  private FreshTables() {}

  /** In an H2 in which nothing is; any other stays as it is. */
  public static void makeIn(Handle h) {
    if (areDue(h)) {
      h.execute("runscript from 'classpath:" + STATEMENTS + "' charset 'UTF-8'");
    }
  }

  /** Whether nothing is in it. */
  public static boolean areDue(Handle h) {
    return h.createQuery(
            "select not exists (select 1 from information_schema.tables where table_schema ="
                + " current_schema)")
        .mapTo(Boolean.class)
        .one();
  }
}
