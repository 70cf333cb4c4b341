package io.switchboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  enum Mode {
    POLLING,
    WEBHOOK
  }

  record Platform(Secret token, String apiUrl, Mode mode, int port, Duration every, boolean on) {
    static final Platform DEFAULTS =
        new Platform(Secret.of(""), "https://x", Mode.POLLING, 8080, Duration.ofDays(7), false);

    Platform {
      if (port < 0) {
        throw new IllegalArgumentException("port: 0 to 65535");
      }
    }
  }

  record Rule(List<String> requests, @Nullable Integer running) {
    public static final Rule DEFAULTS = new Rule(List.of(), null);
  }

  record Rules(Rule default_, Map<String, Rule> roles) {
    static final Rules DEFAULTS = new Rules(new Rule(List.of("30/hour"), 1), Map.of());
  }

  @TempDir Path folder;

  @Test
  void noFileMeansDefaults() {
    Configuration none = Configuration.load(folder, name -> null);
    assertThat(none.section("discord", Platform.DEFAULTS)).isEqualTo(Platform.DEFAULTS);
    none.finish();
  }

  @Test
  void variablesAreTakenInFlowStyleToo() throws IOException {
    Configuration read =
        load(
            """
            discord: {token: ${TOKEN:}, apiUrl: ${URL:https://discord.com/api/v10}, port: ${PORT:1}, every: 24h}
            """,
            Map.of("TOKEN", "a: {b}, #c", "PORT", "9"));
    Platform discord = read.section("discord", Platform.DEFAULTS);
    read.finish();
    assertThat(discord.token().reveal()).isEqualTo("a: {b}, #c");
    assertThat(discord.apiUrl()).isEqualTo("https://discord.com/api/v10");
    assertThat(discord.port()).isEqualTo(9);
    assertThat(discord.every()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void everythingWrongIsNamedAtOnceWithItsLine() {
    assertThatThrownBy(
            () -> {
              Configuration read =
                  load(
                      """
                      discord:
                        tokn: abc
                        port: many
                        mode: carrier-pigeon
                      wbe:
                        x: 1
                      """,
                      Map.of());
              read.section("discord", Platform.DEFAULTS);
              read.section("web", Platform.DEFAULTS);
              read.finish();
            })
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining("switchboard.yaml, line 2: discord.tokn: is not known here")
        .hasMessageContaining("did you mean token?")
        .hasMessageContaining("line 3: discord.port: expected a whole number, not \"many\"")
        .hasMessageContaining("line 4: discord.mode: expected one of polling, webhook")
        .hasMessageContaining("line 5: wbe: is not known here; expected one of: discord, web");
  }

  @Test
  void secretsAreNotRepeatedInErrors() {
    Secret secret = Secret.of("hunter2");
    assertThat(secret.toString()).doesNotContain("hunter2");
    assertThat(new Platform(secret, "", Mode.POLLING, 1, Duration.ZERO, true).toString())
        .doesNotContain("hunter2");
  }

  @Test
  void recordsInListsAndMapsAreCompleted() throws IOException {
    Configuration read =
        load(
            """
            limits:
              default: {requests: [5/hour]}
              roles:
                discord-role:7: {running: 3}
            accounts:
              - {port: 5}
              - {}
            """,
            Map.of());
    Rules rules = read.section("limits", Rules.DEFAULTS);
    List<Platform> accounts =
        read.sections("accounts", Platform.DEFAULTS, List.of(), p -> "" + p.port());
    read.finish();
    assertThat(rules.default_()).isEqualTo(new Rule(List.of("5/hour"), 1));
    assertThat(rules.roles()).isEqualTo(Map.of("discord-role:7", new Rule(List.of(), 3)));
    assertThat(accounts).extracting(Platform::port).containsExactly(5, 8080);
  }

  @Test
  void aRecordsOwnRuleIsReportedToo() {
    assertThatThrownBy(
            () -> {
              Configuration read = load("web: {port: -1}", Map.of());
              read.section("web", Platform.DEFAULTS);
              read.finish();
            })
        .hasMessageContaining("line 1: web.port: 0 to 65535");
  }

  @Test
  void brokenYamlIsSaidPlainly() {
    assertThatThrownBy(() -> load("discord: {token: a\nweb: [", Map.of()))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining("is not YAML");
    assertThatThrownBy(() -> load("just words", Map.of()).finish())
        .hasMessageContaining("line 1: expected sections");
  }

  @Test
  void whatTheEnvironmentSaysIsNamedByItsVariable() {
    Map<String, String> environment = Map.of("PORT", "eighty");
    assertThatThrownBy(
            () -> {
              Configuration read = load("web:\n  port: ${PORT:80}", environment);
              read.section("web", Platform.DEFAULTS);
              read.finish();
            })
        .hasMessageContaining("line 2: web.port (PORT): expected a whole number, not \"eighty\"");
    Configuration own =
        Configuration.of("web:\n  port: ${PORT:80}", "environment", environment::get);
    own.section("web", Platform.DEFAULTS);
    assertThatThrownBy(own::finish)
        .hasMessage("environment: web.port (PORT): expected a whole number, not \"eighty\"");
  }

  private Configuration load(String yaml, Map<String, String> environment) throws IOException {
    Files.writeString(folder.resolve("switchboard.yaml"), yaml);
    return Configuration.load(folder, environment::get);
  }
}
