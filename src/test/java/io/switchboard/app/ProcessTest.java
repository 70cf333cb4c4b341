package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.TestDatabases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program begins, ends and refuses, as a shell sees it. */
@Order(1)
class ProcessTest {
  private static final String SECRET = "sk-do-not-show-me-1234567890";

  @TempDir Path folder;
  private final List<Program> programs = new ArrayList<>();

  @BeforeEach
  void migrated() {
    TestDatabases.h2(folder.resolve("data/switchboard"));
  }

  @AfterEach
  void close() {
    programs.forEach(Program::close);
  }

  @Test
  void sigtermStopsItAndASecondStartGoesOn() throws Exception {
    for (int start = 0; start < 2; start++) {
      Program program = start().awaitReady();
      program.process().destroy();
      assertThat(program.exitCode()).isEqualTo(143);
      assertThat(program.output()).contains("stopping", "stopped").doesNotContain("\tat ", "WARN");
    }
  }

  @Test
  void ofTwoOnOneFileTheSecondSaysSoAndLeavesTheFirstAlone() throws Exception {
    Program first = start().awaitReady();
    Program second = start();
    assertThat(second.exitCode()).isEqualTo(69);
    // At once, and when it gives up.
    assertThat(second.output().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("in use by another process"));
    assertThat(first.process().isAlive()).isTrue();
  }

  @Test
  void wrongConfigurationIsNamedWithoutSecretsOrTraces() throws Exception {
    configure("accounts:", "  - {name: main, apiKey: " + SECRET + ", modle: x}", "lmits: {}");
    Program program = start();
    assertThat(program.exitCode()).isEqualTo(78);
    assertThat(program.output())
        .contains("switchboard.yaml, line 2", "modle", "switchboard.yaml, line 3", "lmits")
        .doesNotContain(SECRET, "\tat ", "Exception");
  }

  @Test
  void aWrongValueIsNotRepeatedWhereASecretBelongs() throws Exception {
    configure("telegram: {token: [" + SECRET + "]}");
    Program program = start();
    assertThat(program.exitCode()).isEqualTo(78);
    assertThat(program.output())
        .contains("switchboard.yaml, line 1")
        .doesNotContain(SECRET, "\tat ");
  }

  @Test
  void aPortThatIsTakenIsNamedAndTheDatabaseIsLeftInOrder() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      configure("web: {port: " + taken.getLocalPort() + "}");
      Program program = start();
      assertThat(program.exitCode()).isEqualTo(69);
      assertOneLine(program, String.valueOf(taken.getLocalPort()));
    }
    configure();
    start().awaitReady();
  }

  @Test
  void aDataFolderThatIsNoneIsNamed() throws Exception {
    Files.move(folder.resolve("data"), folder.resolve("elsewhere"));
    Files.writeString(folder.resolve("data"), "a file, where the folder should be");
    Program program = start();
    assertThat(program.exitCode()).isEqualTo(69);
    assertOneLine(program, folder.resolve("data") + " cannot be written");
  }

  @Test
  void aBackupWithoutRoomSaysSoAndLeavesNothing() throws Exception {
    Program program = start("backup", "/dev/full/all.gz");
    assertThat(program.exitCode()).isEqualTo(69);
    assertOneLine(program, "/dev/full/all.gz could not be written");
  }

  @Test
  void anUnknownCommandOrOptionIsAMistakeOfUse() throws Exception {
    for (String wrong : List.of("rnu", "--cofnig=x")) {
      Program program = start(wrong);
      assertThat(program.exitCode()).isEqualTo(64);
      assertThat(program.output()).contains(wrong).doesNotContain("\tat ");
    }
  }

  @Test
  void aConfigFolderThatIsNotThereIsNotTakenForAnEmptyOne() throws Exception {
    Program program = start("--config", "bot-cnofig");
    assertThat(program.exitCode()).isEqualTo(78);
    assertOneLine(program, "bot-cnofig");
  }

  @Test
  void theSmallCommandsSayWhatTheyDid() throws Exception {
    Program version = start("version");
    assertThat(version.exitCode()).isZero();
    assertOneLine(version, "switchboard ");
    Files.delete(folder.resolve("data/switchboard.mv.db"));
    for (int time = 0; time < 2; time++) {
      Program migrated = start("migrate");
      assertThat(migrated.exitCode()).isZero();
      assertOneLine(migrated, "up to date");
    }
    Program help = start("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.output()).contains("run", "migrate", "version", "--config");
  }

  @Test
  void checkSaysWhatItFindsAndRefusesAWrongConfiguration() throws Exception {
    Program fine = start("check");
    assertThat(fine.exitCode()).isBetween(0, 1); // 1 on a machine without fonts
    assertThat(fine.output())
        .contains("ok     Data folder: ", "note   Discord: off", "ok     Limits: ")
        .doesNotContain("\tat ");
    configure("lmits: {}");
    Program wrong = start("check");
    assertThat(wrong.exitCode()).isEqualTo(78);
    assertThat(wrong.output()).contains("switchboard.yaml, line 1");
  }

  @Test
  void aBackupIsMadeBesideTheRunningProgramAndPutIntoAnEmptyFolder() throws Exception {
    Program running = start().awaitReady();
    Program backup = start("backup", "all.gz");
    assertThat(backup.exitCode()).isZero();
    assertOneLine(backup, "all.gz holds everything");
    assertThat(running.process().isAlive()).isTrue();
    Program refused = start("restore", "all.gz");
    assertThat(refused.exitCode()).isEqualTo(69);
    assertOneLine(refused, "stop it first");
    running.process().destroy();
    running.exitCode();
    Files.move(folder.resolve("data"), folder.resolve("old-data"));
    Program restored = start("restore", "all.gz");
    assertThat(restored.exitCode()).isZero();
    assertOneLine(restored, "Restored");
    start().awaitReady();
  }

  @Test
  void logsAreLinesOfJsonOnRequest() throws Exception {
    Program program =
        Program.start(
            folder, Map.of("SWITCHBOARD_PORT", "0", "SWITCHBOARD_LOG", "json"), Program.main());
    programs.add(program);
    program.awaitReady();
    for (String line : program.output().lines().toList()) {
      assertThat(new com.fasterxml.jackson.databind.ObjectMapper().readTree(line).isObject())
          .isTrue();
    }
    assertThat(program.output()).contains("\"formattedMessage\":\"ready in");
  }

  private static void assertOneLine(Program program, String saying) {
    assertThat(program.output().strip()).contains(saying).doesNotContain("\n");
  }

  private void configure(String... lines) throws IOException {
    Path config = Files.createDirectories(folder.resolve("bot-config"));
    Files.write(config.resolve("switchboard.yaml"), List.of(lines));
  }

  private Program start(String... arguments) {
    Program program =
        Program.start(folder, Map.of("SWITCHBOARD_PORT", "0"), Program.main(arguments));
    programs.add(program);
    return program;
  }
}
