package io.switchboard.crash;

import io.switchboard.app.Switchboard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/**
 * The program with a clock that whoever started it moves while it runs: a file in its folder says
 * how many milliseconds it is ahead.
 */
public final class JumpingProgram {
  private JumpingProgram() {}

  /** Runs in the folder that {@code --config} names until it is told to stop. */
  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[1]);
    Switchboard switchboard =
        Switchboard.start(folder, System::getenv, new JumpingProgram.Watch(folder));
    Runtime.getRuntime().addShutdownHook(new Thread(switchboard::close));
    System.out.println("ready in a moment: " + switchboard.address());
    new CountDownLatch(1).await();
  }

  /** The clock, for those inside and those outside. */
  static final class Watch implements InstantSource {
    private final MappedByteBuffer ahead;

    Watch(Path folder) {
      try (FileChannel file =
          FileChannel.open(
              folder.resolve("ahead"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        ahead = file.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Instant instant() {
      return Instant.now().plusMillis(ahead.getLong(0));
    }

    /** Sets it forward, or back. */
    void jump(Duration by) {
      ahead.putLong(0, ahead.getLong(0) + by.toMillis());
    }
  }
}
