package io.switchboard.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2's way to a disk that can be full: what would make a file longer or fill it is refused. */
public final class FillingDisk extends FilePathWrapper {
  /** There is one for the whole JVM: who fills it says so by {@code @ResourceLock}. */
  public static final String LOCK = "the filling disk";

  private static volatile boolean full;

  /** H2 makes them. */
  public FillingDisk() {}

  static {
    FilePath.register(new FillingDisk());
  }

  /** The address of a file on it. */
  public static String url(String file) {
    return "jdbc:h2:filling:" + file;
  }

  public static void full(boolean now) {
    full = now;
  }

  @Override
  public String getScheme() {
    return "filling";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(super.open(mode));
  }

  private static final class Channel extends FileBase {
    private final FileChannel disk;

    Channel(FileChannel disk) {
      this.disk = disk;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      refuse();
      return disk.write(bytes);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      // As of a real one: what lies within the file has its room already.
      if (position + bytes.remaining() > disk.size()) {
        refuse();
      }
      return disk.write(bytes, position);
    }

    private static void refuse() throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return disk.read(bytes);
    }

    @Override
    public synchronized int read(ByteBuffer bytes, long position) throws IOException {
      return disk.read(bytes, position);
    }

    @Override
    public long position() throws IOException {
      return disk.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      disk.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return disk.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      disk.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      disk.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return disk.tryLock(position, size, shared);
    }

    @Override
    public void implCloseChannel() throws IOException {
      disk.close();
    }
  }
}
