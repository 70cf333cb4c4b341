package io.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody meant is found among what there is, and not made up. */
class NearestTest {
  private static final List<String> NAMES = List.of("share", "shares", "status", "in", "baseUrl");

  @Test
  void aSlipIsForgiven() {
    assertThat(Nearest.to("shrae", NAMES)).contains("share");
    assertThat(Nearest.to("SHARES", NAMES)).contains("shares");
    assertThat(Nearest.to("stats", NAMES)).contains("status");
    assertThat(Nearest.to("baseurl", NAMES)).contains("baseUrl");
    assertThat(Nearest.to("i", NAMES)).contains("in");
  }

  @Test
  void anotherWordIsNone() {
    assertThat(Nearest.to("weather", NAMES)).isEmpty();
    assertThat(Nearest.to("of", NAMES)).isEmpty();
    assertThat(Nearest.to("", List.of("share"))).isEmpty();
    assertThat(Nearest.to("share", List.of())).isEmpty();
  }
}
