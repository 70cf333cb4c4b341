package io.switchboard.queue.limit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitSettingsTest {
  private static LimitRules rules(List<String> requests, List<String> tokens) {
    return new LimitRules(
        requests.stream().map(Limit::parse).toList(),
        tokens.stream().map(Limit::parse).toList(),
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void inTheListOfTokensTokensAreMeant() {
    assertThat(rules(List.of(), List.of("20000/hour", "5tokens/day")).tokens())
        .containsExactly(Limit.parse("20000tokens/hour"), Limit.parse("5tokens/day"));
  }

  @Test
  void contradictionsAreNamed() {
    assertThatThrownBy(() -> rules(List.of("5tokens/hour"), List.of()))
        .hasMessageContaining("belongs in tokens");
    assertThatThrownBy(() -> rules(List.of("5/hour", "6/hour"), List.of()))
        .hasMessageContaining("same window");
    assertThatThrownBy(
            () ->
                new LimitRules(
                    null, null, List.of(Limit.parse("5tokens/day")), null, null, null, null))
        .hasMessageContaining("belongs in tokens");
    assertThatThrownBy(() -> new LimitRules(null, null, null, 0, null, null, null))
        .hasMessageContaining("running: expected 1 or more, not 0");
    assertThatThrownBy(
            () ->
                new LimitSettings(
                    LimitRules.DEFAULTS,
                    Map.of(),
                    Map.of("x:1", new LimitRules(null, null, null, 1, null, null, null))))
        .hasMessageContaining("places.x:1");
  }

  @Test
  void theDefaultsAreThosePromised() {
    LimitRules rules = LimitSettings.DEFAULTS.default_();
    assertThat(rules.requests()).containsExactly(Limit.parse("30/hour"), Limit.parse("200/day"));
    assertThat(List.<@Nullable Object>of(rules.running(), rules.waiting())).containsExactly(1, 5);
    assertThat(rules.conversations()).isEqualTo(50);
    assertThat(rules.promptLength()).isEqualTo(20_000);
  }
}
