package io.switchboard.db.backup;

import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.Dialect;
import io.switchboard.db.advice.Unfit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL takes tables away and makes them within a transaction, so that everybody else sees
 * what was there before until all is done, and so does whoever comes after a kill.
 */
final class OneTransaction extends Ground {
  private static final Set<String> FOR_US = Set.of("commit", "rollback", "setAutoCommit", "close");

  OneTransaction(DatabaseSettings settings) {
    super(settings, Dialect.POSTGRESQL);
  }

  @Override
  void open(boolean replace) throws SQLException {
    connection().setAutoCommit(false);
    refuse(Unfit.toWork(connection()));
    Tables tables = new Tables(connection(), Dialect.POSTGRESQL);
    mayGo(tables, replace);
    refuse(Unfit.toMakeTables(connection()));
    Set<String> there = tables.all();
    try (Statement statement = connection().createStatement()) {
      if (there.contains("lease")) {
        // Who starts now waits for it.
        statement.execute("lock table lease in access exclusive mode");
        if (tables.number("select count(*) from lease where until_at > clock_timestamp()") > 0) {
          throw new BackupTrouble(
              "a Switchboard runs on this database: stop it first; if it was killed, try again"
                  + " in ten seconds");
        }
      }
      there.remove(Tables.HISTORY);
      if (!there.isEmpty()) {
        statement.execute("drop table %s cascade".formatted(String.join(", ", there)));
        // With it, Flyway does not mind what else there is, such as functions of an extension.
        statement.execute("delete from " + Tables.HISTORY);
      }
    }
  }

  private static void refuse(Optional<String> trouble) {
    trouble.ifPresent(
        why -> {
          throw new BackupTrouble(why);
        });
  }

  @Override
  void migrate(String version) throws SQLException {
    Connection held = held(connection());
    Flyway.configure()
        .dataSource(standing(DataSource.class, (method, args) -> held))
        .locations("classpath:migrations")
        .target(version)
        .load()
        .migrate();
  }

  /** The same, but whoever has it neither ends the transaction nor closes it. */
  private static Connection held(Connection connection) {
    return standing(
        Connection.class,
        (method, args) ->
            FOR_US.contains(method.getName()) ? null : method.invoke(connection, args));
  }

  private interface Answer {
    @Nullable Object to(Method method, Object @Nullable [] args)
        throws IllegalAccessException, InvocationTargetException;
  }

  /** One that stands before another and answers as said, but is itself. */
  private static <T> T standing(Class<T> type, Answer answer) {
    Object itself = new Object();
    return type.cast(
        Proxy.newProxyInstance(
            OneTransaction.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              try {
                return method.getDeclaringClass() == Object.class
                    ? method.invoke(itself, args)
                    : answer.to(method, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  void upgrade() throws SQLException {
    migrate("latest");
  }

  @Override
  void take() {
    try {
      connection().commit();
    } catch (SQLException e) {
      throw new BackupTrouble(
          "PostgreSQL did not say whether the backup was taken: run the restore again, with"
              + " --replace",
          e);
    }
  }
}
