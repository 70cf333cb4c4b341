package io.switchboard.share.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FreezeTest {
  private static String said(String markdown) {
    Turn turn = new Turn(new TurnId(1), null, "?", markdown, true, Instant.EPOCH);
    return Freeze.of(List.of(turn), t -> List.of(), List.of()).stream()
        .map(FrozenText.Part::answer)
        .collect(Collectors.joining());
  }

  @Test
  void reasoningGoes() {
    assertThat(said("<think>hm</think>Yes")).isEqualTo("Yes");
    assertThat(said("<think>\nhm\n\n```\nopen\n</think>\n\nYes\n")).isEqualTo("Yes");
    assertThat(said("<Thinking>a\nb</THINKING>Yes\n\n<think>more</think>\nand no"))
        .isEqualTo("Yes\n\n\nand no");
    assertThat(said("hm\nhm\n</think>\nYes")).isEqualTo("Yes");
    assertThat(said("<think>never ends\nat all")).isEmpty();
  }

  @Test
  void theRestStays() {
    for (String text :
        List.of(
            "a < b",
            "Write `<think>` so.",
            "```xml\n<think>x</think>\n```\n",
            "~~~\n</think>\n~~~",
            "a\n```\n</think>\n```\nb",
            "Say </think> in a line")) {
      assertThat(said(text)).isEqualTo(text);
    }
  }

  @Test
  void peopleGo() {
    List<String> platforms = List.of("discord", "telegram");
    assertThat(Freeze.withoutPeople("discord:123, telegram:45!", platforms)).isEqualTo("@…, @…!");
    for (String text :
        List.of(
            "localhost:8080",
            "mydiscord:5",
            "discord: the app",
            "https://discord:1234567/",
            "discord-channel:5")) {
      assertThat(Freeze.withoutPeople(text, platforms)).isEqualTo(text);
    }
    assertThat(Freeze.withoutPeople("discord:1", List.of())).isEqualTo("discord:1");
  }
}
