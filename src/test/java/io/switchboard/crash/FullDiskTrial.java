package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.db.TestDatabases;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The real process on an H2 whose disk fills while people ask, and has room again: all that was
 * accepted is answered, once, without a restart; and after one, too.
 *
 * <pre>mvn verify -Ptrials -Dtest=FullDiskTrial</pre>
 */
@Execution(ExecutionMode.CONCURRENT)
class FullDiskTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final long LONGEST_LOG = 1_000_000;
  private static final long MEGABYTE = 1 << 20;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final TelegramCrowd telegram = new TelegramCrowd(6, false);
  private final DiscordCrowd discord = new DiscordCrowd(6);
  private final List<Crowd> crowds = List.of(telegram, discord);
  private boolean mounted;

  @AfterEach
  void unmount() throws Exception {
    crowds.forEach(Crowd::close);
    if (mounted) {
      succeeds("umount", "--lazy", disk().toString());
    }
  }

  /** The operating system refuses to make any file longer; everybody may do that to a child. */
  @Test
  void aFileThatCannotGrow() throws Exception {
    assumeTrue(succeeds("prlimit", "--version"), "there is no prlimit here, so not on this system");
    String database = TestDatabases.h2(disk().resolve("switchboard"));
    long most = Files.size(disk().resolve("switchboard.mv.db")) + 2 * MEGABYTE;
    try (Life life = new Life(folder, database, 6, crowds)) {
      SwitchboardProcess process =
          life.startBy(List.of("prlimit", "--fsize=" + most + ":unlimited"));
      goesOn(life, process, () -> {}, () -> limit(process));
    }
  }

  private static void limit(SwitchboardProcess process) {
    assertThat(succeeds("prlimit", "--pid", "" + process.pid(), "--fsize=unlimited")).isTrue();
  }

  /** A file system of its own, which only root may mount, and not in every container. */
  @Test
  void aDiskThatIsFull() throws Exception {
    Files.createDirectories(disk());
    mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk().toString());
    assumeTrue(mounted, "nothing can be mounted here: run this as root, with CAP_SYS_ADMIN");
    String url = TestDatabases.h2(disk().resolve("switchboard"));
    String database = "{url: \"%s\", keepFree: 8}".formatted(url);
    try (Life life = Life.on(folder, database, 6, crowds)) {
      SwitchboardProcess process = life.start();
      String address = process.awaitReady();
      listened();
      fill(4 * MEGABYTE);
      try (Visitor visitor = new Visitor(address)) {
        await().atMost(PATIENCE).until(() -> visitor.status("/readyz") == 503);
      }
      telegram.command(0, "Is there room?");
      await().atMost(PATIENCE).until(() -> isSaid("The disk of this bot is full"));
      assertThat(life.account.answersFor("Is there room?")).isEmpty();
      free();
      try (Visitor visitor = new Visitor(address)) {
        await().atMost(PATIENCE).until(() -> visitor.status("/readyz") == 200);
      }
      goesOn(life, process, () -> fill(0), this::free);
    }
  }

  private Path disk() {
    return folder.resolve("disk");
  }

  /** Nothing is lost, nothing comes twice, and it is the same process that goes on. */
  private void goesOn(Life life, SwitchboardProcess process, Runnable fill, Runnable free)
      throws Exception {
    Random random = new Random(1);
    String address = process.awaitReady();
    listened();
    try (Visitor visitor = new Visitor(address);
        SharedLinks links = new SharedLinks()) {
      String link = share(life, links);
      life.ask(telegram, 1, " long");
      await().atMost(PATIENCE).until(() -> isSaid("BEGIN"));
      fill.run();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                ask(life, random);
                return visitor.status("/readyz") == 503;
              });
      for (int i = 0; i < 60; i++) {
        ask(life, random);
        process.mustLive(Duration.ofMillis(50));
      }
      assertThat(visitor.status(link))
          .as("a link that is alive is not said to be gone")
          .isNotEqualTo(404);
      assertThat(visitor.status("/healthz")).isEqualTo(200);

      free.run();
      assertThat(life.wrongInTheEnd(PATIENCE)).isEmpty();
      await().atMost(PATIENCE).until(() -> visitor.status("/readyz") == 200);
      assertThat(visitor.status(link)).isEqualTo(200);
      await().atMost(PATIENCE).until(() -> life.noNoteIsLeft());
      String log = process.output();
      assertThat(log).contains("The database does not answer").hasSizeLessThan((int) LONGEST_LOG);
      await().atMost(PATIENCE).until(() -> process.output().contains("answers again"));
    }
    life.kill();
    life.start().awaitReady();
    assertThat(life.wrongInTheEnd(PATIENCE)).isEmpty();
  }

  private void listened() {
    crowds.forEach(crowd -> await().atMost(PATIENCE).until(crowd::listening));
  }

  private static void ask(Life life, Random random) {
    if (life.open() < 20) {
      life.askAnything(random);
    }
  }

  private String share(Life life, SharedLinks links) {
    String word = life.ask(telegram, 0, " fast");
    await().atMost(PATIENCE).until(() -> isSaid("END" + word));
    telegram.command(0, "/share 1h");
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              telegram.pressAll("Nothing is shared yet", "Share");
              links.look(telegram.messages(), Instant.MAX.minus(SharedLinks.LIFE));
              return links.made() > 0;
            });
    return links.any();
  }

  private boolean isSaid(String words) {
    return telegram.shown().stream().anyMatch(m -> m.text().contains(words));
  }

  /** Takes all that is left but so much. */
  private void fill(long left) {
    byte[] piece = new byte[64 << 10];
    try (OutputStream ballast = Files.newOutputStream(disk().resolve("ballast"))) {
      while (Files.getFileStore(disk()).getUsableSpace() > left) {
        ballast.write(piece);
      }
    } catch (IOException full) {
      assertThat(left).isZero();
    }
  }

  private void free() {
    try {
      Files.delete(disk().resolve("ballast"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notHere) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
