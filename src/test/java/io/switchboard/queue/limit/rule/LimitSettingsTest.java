package io.switchboard.queue.limit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    assertThatThrownBy(() -> hours("mon-fri 09:00-"))
        .hasMessageContaining("hours: hours are written as mon-fri 09:00-17:00");
  }

  private static LimitRules hours(String hours) {
    return new LimitRules(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, hours,
        null);
  }

  @Test
  void hoursAreTidied() {
    assertThat(hours(" Mon-Fri  9-17").hours()).isEqualTo("mon-fri 9-17");
    assertThat(hours("Always").hours()).isEqualTo("always");
  }

  @Test
  void whatIsSetReplacesTheSameThingAndWindowOnly() {
    LimitRules rules = rules(List.of("5/hour", "9/day"), List.of());
    LimitRules set =
        rules.with(
            List.of(Limit.parse("6/hour"), Limit.parse("2 running")), List.of("m"), null, null);
    assertThat(set.requests()).containsExactly(Limit.parse("6/hour"), Limit.parse("9/day"));
    assertThat(set.running()).isEqualTo(2);
    assertThat(set.models()).containsExactly("m");
    assertThat(set.tokens()).isEmpty();
    assertThat(rules.with(List.of(), List.of(), null, null)).isEqualTo(rules);
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
