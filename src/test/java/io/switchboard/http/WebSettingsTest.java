package io.switchboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where it cannot listen as it is told to, that is said. */
class WebSettingsTest {
  @Test
  void aPortInUseIsSaidPlainly() {
    try (WebServer server = WebServer.start(new WebSettings("127.0.0.1", 0, ""), new Routes())) {
      int taken = server.address().getPort();
      assertThatThrownBy(
              () -> WebServer.start(new WebSettings("127.0.0.1", taken, ""), new Routes()))
          .isInstanceOf(WebUnavailable.class)
          .hasMessageContaining("127.0.0.1:" + taken + " is in use");
    }
  }

  @Test
  void anAddressThatIsNotThereIsSaidPlainly() {
    for (String host : new String[] {"switchboard.invalid", "192.0.2.1"}) {
      assertThatThrownBy(() -> WebServer.start(new WebSettings(host, 0, ""), new Routes()))
          .isInstanceOf(WebUnavailable.class)
          .hasMessageContaining("web.host")
          .hasMessageContaining("127.0.0.1");
    }
  }

  @Test
  void settingsAreChecked() {
    assertThat(new WebSettings("::1", 0, "https://a.example/").publicUrl())
        .isEqualTo("https://a.example");
    assertThatThrownBy(() -> new WebSettings("127.0.0.1", 70_000, ""))
        .hasMessageContaining("port: 0 to 65535");
    assertThatThrownBy(() -> new WebSettings("127.0.0.1", 1, "chat.example.org"))
        .hasMessageContaining("publicUrl");
    assertThatThrownBy(() -> new WebSettings("127.0.0.1", 1, "", List.of("the proxy")))
        .hasMessageContaining("proxies");
  }
}
