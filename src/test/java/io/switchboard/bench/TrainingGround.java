package io.switchboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;

/**
 * Where the bundle learns which classes a start needs ({@code src/dist/bundle.sh}): platforms and
 * an account that it can be started with, until what this reads ends.
 */
final class TrainingGround {
  private TrainingGround() {}

  /**
   * Writes the configuration, and afterwards says that both platforms are listened to.
   *
   * @param args the folder for the configuration
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    try (Surroundings around = new Surroundings()) {
      Path made = Files.writeString(folder.resolve("new.yaml"), around.yaml());
      Files.move(made, folder.resolve("switchboard.yaml"));
      Thread.ofVirtual().start(() -> sayWhenConnected(around));
      while (System.in.read() >= 0) {
        // Until it ends.
      }
    }
    System.exit(0);
  }

  private static void sayWhenConnected(Surroundings around) {
    Awaitility.await().forever().until(around::connected);
    System.out.println("connected");
  }
}
