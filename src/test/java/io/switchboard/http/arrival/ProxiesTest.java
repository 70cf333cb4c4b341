package io.switchboard.http.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Throttles count people: neither the proxy before them, nor whom they pretend to be. */
class ProxiesTest {
  private static final String READER = "203.0.113.7";

  @Test
  void aProxyOnThisMachineIsBelieved() {
    assertThat(client("", "127.0.0.1", READER)).isEqualTo(READER);
    assertThat(client("", "::1", "2001:db8::5")).isEqualTo("2001:db8:0:0:0:0:0:5");
    assertThat(client("", "127.0.0.1", "")).isEqualTo("127.0.0.1");
  }

  @Test
  void anyOtherOnlyIfItIsNamed() {
    assertThat(client("", "172.18.0.1", READER)).isEqualTo("172.18.0.1");
    assertThat(client("172.16.0.0/12", "172.18.0.1", READER)).isEqualTo(READER);
    assertThat(client("172.16.0.0/12", "172.32.0.1", READER)).isEqualTo("172.32.0.1");
    assertThat(client("10.0.0.5", "10.0.0.6", READER)).isEqualTo("10.0.0.6");
    assertThat(client("10.0.0.5, 10.0.0.6", "10.0.0.6", READER)).isEqualTo(READER);
    assertThat(client("private", "192.168.7.7", READER)).isEqualTo(READER);
    assertThat(client("private", "fd00::3", READER)).isEqualTo(READER);
    assertThat(client("private", "172.15.0.1", READER)).isEqualTo("172.15.0.1");
    assertThat(client("fd00::/9", "fd80::1", READER)).isEqualTo("fd80:0:0:0:0:0:0:1");
    assertThat(client("0.0.0.0/0", "8.8.8.8", READER)).isEqualTo(READER);
  }

  @Test
  void whatTheClientSaidOfItselfCountsForNothing() {
    assertThat(client("", "127.0.0.1", "1.2.3.4, " + READER)).isEqualTo(READER);
    assertThat(client("10.0.0.5", "10.0.0.5", "1.2.3.4," + READER)).isEqualTo(READER);
    assertThat(client("", READER, "1.2.3.4")).isEqualTo(READER);
    assertThat(client("", "127.0.0.1", "localhost")).isEqualTo("127.0.0.1");
    assertThat(client("", "127.0.0.1", "1.2.3.4, unknown")).isEqualTo("127.0.0.1");
    assertThat(client("", "127.0.0.1", ",,,")).isEqualTo("127.0.0.1");
  }

  @Test
  void aPortIsNoPartOfAnAddress() {
    assertThat(client("", "127.0.0.1", READER + ":50123")).isEqualTo(READER);
    assertThat(client("", "127.0.0.1", "[2001:db8::5]:443")).isEqualTo("2001:db8:0:0:0:0:0:5");
    assertThat(client("", "127.0.0.1", "[2001:db8::5]")).isEqualTo("2001:db8:0:0:0:0:0:5");
    assertThat(client("", "127.0.0.1", "\"[2001:db8::5]:443\"")).isEqualTo("2001:db8:0:0:0:0:0:5");
    assertThat(client("10.0.0.5", "127.0.0.1", READER + ":1, 10.0.0.5:2")).isEqualTo(READER);
    for (String none :
        new String[] {
          READER + ":", READER + ":x", "[" + READER, "[]:80", "[a]:80", ":80", "a:80"
        }) {
      assertThat(client("", "127.0.0.1", none)).as(none).isEqualTo("127.0.0.1");
    }
  }

  /**
   * Whoever is in the network of the proxy's own containers alone is believed, not every office.
   */
  @Test
  void aReaderWithAPrivateAddressIsNoProxy() {
    assertThat(client("172.30.83.0/24", "172.30.83.1", "1.2.3.4, 10.1.2.3")).isEqualTo("10.1.2.3");
    assertThat(client("private", "172.30.83.1", "1.2.3.4, 10.1.2.3")).isEqualTo("1.2.3.4");
  }

  @Test
  void aProxyMayStandBehindAnother() {
    assertThat(client("10.0.0.5", "127.0.0.1", "1.2.3.4, " + READER + ", 10.0.0.5"))
        .isEqualTo(READER);
    assertThat(client("", "127.0.0.1", READER + ", 10.0.0.5")).isEqualTo("10.0.0.5");
  }

  @Test
  void aListAndTheEnvironmentsOneWordAreTheSame() {
    assertThat(Proxies.words(List.of(""))).isEmpty();
    assertThat(Proxies.words(List.of("10.0.0.5, private")))
        .isEqualTo(Proxies.words(List.of("10.0.0.5", "private")))
        .containsExactly("10.0.0.5", "private");
  }

  @Test
  void whatIsNoAddressIsNamed() {
    for (String wrong :
        new String[] {"proxy.example", "10.0.0.0/33", "10.0.0", "1.2.3.4/", "a::/200"}) {
      assertThatThrownBy(() -> Proxies.of(List.of("10.0.0.1 " + wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("172.16.0.0/12")
          .hasMessageEndingWith(wrong);
    }
  }

  private static String client(String proxies, String peer, String forwarded) {
    return Proxies.of(List.of(proxies))
        .client(InetAddress.ofLiteral(peer), forwarded)
        .getHostAddress();
  }
}
