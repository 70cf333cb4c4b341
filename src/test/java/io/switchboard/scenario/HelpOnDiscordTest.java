package io.switchboard.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may be done here fits one message of Discord's for everybody and one more for the staff, in
 * every language, with each command to be pressed and called by both its names.
 */
class HelpOnDiscordTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "zh-CN", "zh-TW", "ko"})
  void itIsOneMessageAndOneMoreForTheStaff(String language) {
    DiscordStage stage = new DiscordStage();
    Person member = stage.fake().person("Kim", language);
    Person owner = stage.fake().person("Sam", language);
    try (Line line =
        new Line(folder, stage)
            .written(
                yaml ->
                    yaml.replace("admins: [", "admins: [\"discord:" + owner.id() + "\", ")
                        .replace("allow: [", "allow: [\"discord:" + member.id() + "\", "))) {
      line.start("community: {enabled: true}");
      // What is registered is known to the bot a moment after Discord knows it.
      await().until(() -> said(stage, owner).toString().contains("</"));
      List<String> help = said(stage, member);
      assertThat(help).as(help.toString()).hasSize(1);
      assertThat(help.getFirst()).contains("</ask:", "</help:").doesNotContain("</limit:");
      List<String> staff = said(stage, owner);
      assertThat(staff).as(staff.toString()).hasSize(2);
      assertThat(staff.getFirst()).contains("</ask:").doesNotContain("</limit:");
      assertThat(staff.getLast()).contains("</limit:", "</reload:").doesNotContain("</ask:");
      assertThat(stage.violations()).isEmpty();
    }
  }

  /** All that answers one {@code /help}. */
  private static List<String> said(DiscordStage stage, Person person) {
    var place = stage.fake().dm(person);
    int before = shown(stage, person).size();
    stage.fake().slash(person, place, "help", Map.of());
    stage.fake().slash(person, place, "timezone", Map.of());
    // What is said in one place comes in its order.
    await()
        .until(
            () -> shown(stage, person).stream().skip(before).map(Shown::content).toList(),
            said -> said.stream().anyMatch(text -> text.contains("UTC")));
    return shown(stage, person).stream()
        .skip(before)
        .map(Shown::content)
        .filter(text -> !text.contains("UTC"))
        .toList();
  }

  private static List<Shown> shown(DiscordStage stage, Person person) {
    return stage.fake().fromBot(stage.fake().dm(person), person);
  }
}
