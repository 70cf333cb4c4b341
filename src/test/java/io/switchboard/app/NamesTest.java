package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;

/** A name that could not be looked up may be known a moment later. */
class NamesTest {
  @Test
  void areLookedUpAgainAfterASecond() {
    Security.setProperty("networkaddress.cache.negative.ttl", "10");
    Main.main(new String[] {"version"});
    assertThat(Security.getProperty("networkaddress.cache.negative.ttl")).isEqualTo("1");
  }
}
