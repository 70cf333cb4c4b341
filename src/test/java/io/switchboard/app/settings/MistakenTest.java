package io.switchboard.app.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.config.ConfigurationError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        "telegram: {token: DISCORDS} | line 1: telegram: token: this is a bot's token of Discord",
        "discord: {token: TELEGRAMS} | line 1: discord: token: this is a bot's token of Telegram",
        "discord: {token: Bot DISCORDS} | write the token alone, without Bot",
        "discord: {apiUrl: nonsense} | line 1: discord: apiUrl: expected an address such as https:",
        "discord: {gatewayUrl: 'https://gateway.discord.gg'} | gatewayUrl: expected an address such"
            + " as wss:",
        "limits: {default: {promptLength: 99999999999}} | a whole number of at most 2147483647,"
            + " not",
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
}
