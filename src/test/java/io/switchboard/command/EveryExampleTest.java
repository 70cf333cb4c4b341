package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.NotUnderstood;
import io.switchboard.member.access.Role;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that any text names, in whatever language, is one that is understood. */
class EveryExampleTest extends InTown {
  private static final Pattern EXAMPLE = Pattern.compile("`/([^`]+)`");

  /** What may be filled in: a name, or a number. */
  private static final List<String> FILLINGS = List.of("@alice", "17");

  private static String filled(String example, String with) {
    return example
        .replaceAll("\\{\\d[^}]*\\}", with)
        .replace("@member", "@alice")
        .replace("…", "x")
        .strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh_Hans", "zh_Hant", "ko"})
  void isUnderstood(String language) throws Exception {
    Properties texts = new Properties();
    try (InputStream in =
        EveryExampleTest.class.getResourceAsStream("/text/messages_" + language + ".properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    List<String> wrong = new ArrayList<>();
    int examples = 0;
    for (String key : texts.stringPropertyNames()) {
      Matcher found = EXAMPLE.matcher(texts.getProperty(key));
      while (found.find()) {
        examples++;
        String example = found.group(1);
        if (FILLINGS.stream().noneMatch(with -> isUnderstoodAs(filled(example, with)))) {
          wrong.add(key + ": /" + example);
        }
      }
    }
    assertThat(examples).isGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  private boolean isUnderstoodAs(String line) {
    String[] parts = line.split("\\s+", 2);
    Command command =
        town.catalogue.read(
            new IncomingCommand(
                town.origin(town.admin, Town.alone(town.admin)),
                parts[0],
                parts.length > 1 ? parts[1] : "",
                null,
                List.of()),
            Role.OWNER);
    // A command's name alone is no example, though something may still be asked for.
    return !(command instanceof NotUnderstood)
        || parts.length == 1 && !(command instanceof NotUnderstood.Unknown);
  }
}
