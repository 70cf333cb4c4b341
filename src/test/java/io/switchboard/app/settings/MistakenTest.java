package io.switchboard.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.switchboard.config.ConfigurationError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write by mistake is named so that they see which it is. */
class MistakenTest {
  private static final String DISCORDS =
      "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB";
  private static final String TELEGRAMS = "123456789:AAE-abcdefghijklmnopqrstuvwxyz0123456";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "telegram: {token: DISCORDS} | line 1: telegram.token: this is a bot's token of Discord",
        "discord: {token: TELEGRAMS} | line 1: discord.token: this is a bot's token of Telegram",
        "discord: {token: Bot DISCORDS} | write the token alone, without Bot",
        "discord: {apiUrl: nonsense} | line 1: discord.apiUrl: expected an address such as https:",
        "discord: {gatewayUrl: 'https://gateway.discord.gg'} | gatewayUrl: expected an address such"
            + " as wss:",
        "staff: {language: klingon} | staff.language: expected one of en, zh-Hans, zh-Hant, ko,"
            + " not",
        "community: {languages: {'discord-forum:5': korean}} | community.languages.discord-forum:5:"
            + " expected one of en, zh-Hans",
        "discord: {shards: 0} | discord.shards: expected shards, not \"0\" (auto, or 1 to 1000)",
        "limits: {default: {promptLength: 99999999999}} | a whole number of at most 2147483647,"
            + " not",
        "attachments: {bytes: 3000000000} | line 1: attachments.bytes: from 1 to 20000000,",
        "limits: {default: {requests: [1/day, -5/day, 9/hour, x]}} | requests[1]: expected a limit",
        "limits: {default: {requests: [1/day, -5/day, 9/hour, x]}} | requests[3]: expected a limit",
      })
  void isSaid(String yaml, String said) throws Exception {
    Files.writeString(
        folder.resolve("switchboard.yaml"),
        yaml.replace("DISCORDS", DISCORDS).replace("TELEGRAMS", TELEGRAMS) + "\n");
    assertThatThrownBy(() -> new Settings(folder, Map.<String, String>of()::get))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain("GabcdE", "AAE-");
  }

  @Test
  void whatIsRefusedIsNamedAtItsOwnLine() {
    assertThat(
            refused(
                """
                web:
                  host: 127.0.0.1

                  # Comments and blank lines are counted, too.
                  port: 8080
                  publicUrl: chat.example.org
                """))
        .contains("line 6: web.publicUrl: an address such as https://chat.example.org");
  }

  @Test
  void accountsOfOneNameAreRefusedBeforeAnythingStarts() {
    assertThat(
            refused(
                """
                accounts:
                  - apiKey: one
                  - apiKey: two
                """))
        .contains("line 3: accounts[1]: another before it is called main, too");
  }

  @Test
  void whatIsLeftOfAWrongEntryIsNotRefusedOnceMore() {
    assertThat(refused("prices: {models: {x: {in: -1, out: 2}}}\n"))
        .contains("prices.models.x.in: expected a price")
        .doesNotContain("needs in and out");
  }

  private String refused(String yaml) {
    try {
      Files.writeString(folder.resolve("switchboard.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.valueOf(
        catchThrowableOfType(
                ConfigurationError.class, () -> new Settings(folder, Map.<String, String>of()::get))
            .getMessage());
  }
}
