package io.switchboard.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The menu of commands is there in every language that Discord and this bot both speak. */
class DiscordMenuTest {
  private static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "ko");

  @TempDir Path folder;

  private static void called(Iterable<JsonNode> things, boolean described) {
    for (String language : LANGUAGES) {
      List<String> names = new ArrayList<>();
      for (JsonNode thing : things) {
        names.add(thing.path("name_localizations").path(language).asText());
        if (described) {
          assertThat(thing.path("description_localizations").path(language).asText())
              .as(thing + " in " + language)
              .isNotBlank();
        }
      }
      assertThat(names).as(language).doesNotHaveDuplicates().doesNotContain("");
    }
  }

  @Test
  void everythingInItIsCalledAndDescribedInEveryLanguage() {
    DiscordStage stage = new DiscordStage();
    try (Line line = new Line(folder, stage).start("community: {enabled: true}")) {
      List<JsonNode> typed = new ArrayList<>();
      List<JsonNode> onMessages = new ArrayList<>();
      for (JsonNode command : stage.fake().commands()) {
        (command.path("type").asInt() == 1 ? typed : onMessages).add(command);
      }
      assertThat(typed).hasSizeGreaterThan(30);
      called(typed, true);
      called(onMessages, false);
      for (JsonNode command : typed) {
        called(command.path("options"), true);
        command.path("options").forEach(option -> called(option.path("choices"), false));
      }
      assertThat(stage.violations()).isEmpty();
      assertThat(line.account.generations()).isEmpty();
    }
  }
}
