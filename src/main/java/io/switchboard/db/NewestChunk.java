package io.switchboard.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Makes H2 find the newest chunk of its file after a kill.
 *
 * <p>A chunk says where the next one will probably be, and when that was wrong, the header of the
 * file is written to say where it is. H2 2.5.252 writes the chunk before it into the header instead
 * ({@code FileStore.storeBuffer} sets {@code lastChunk} only after {@code writeChunk} has written
 * the header; 2.4 did it before). So once space of the file is used again, an opening after a kill
 * may end up to twenty commits too early, whatever was checkpointed. Here the header is written
 * once more, when the newest chunk is known. To be left out as soon as H2 does it.
 */
final class NewestChunk {
  private static final Method WRITE_HEADER = writeHeader();

  private NewestChunk() {}

  private static Method writeHeader() {
    try {
      Method method = RandomAccessStore.class.getDeclaredMethod("writeStoreHeader");
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("this H2 is another than the one that was tested", e);
    }
  }

  /** Notes it for the file behind this connection; a database in memory has none. */
  static void note(Connection connection) throws SQLException {
    MVStore store = database(connection).getStore().getMvStore();
    if (store.getFileStore() instanceof RandomAccessStore file) {
      store.executeFilestoreOperation(() -> writeHeader(file));
    }
  }

  /** The opened database behind a connection, another one each time that the file is opened. */
  static Database database(Connection connection) throws SQLException {
    return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase();
  }

  private static void writeHeader(FileStore<?> file) {
    try {
      WRITE_HEADER.invoke(file);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the file's header could not be written", e);
    }
  }
}
