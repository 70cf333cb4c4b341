package io.switchboard.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Fetched;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void open() throws IOException {
    server.start(InetAddress.getByName("127.0.0.1"), 0);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private URI own() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/api");
  }

  private Fetched get(String address, long most) {
    try (Download download = new Download(Set.of("files.example"), own())) {
      return download.get(address, most);
    }
  }

  private void serves(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }

  @Test
  void aFileOfTheConfiguredServerComesWhole() {
    serves("hello");
    assertThat(get(own() + "/a", 5))
        .isInstanceOfSatisfying(
            Fetched.Whole.class, file -> assertThat(file.content()).asString().isEqualTo("hello"));
  }

  @Test
  void notOneByteTooManyIsTaken() {
    serves("hello");
    assertThat(get(own() + "/a", 4)).isInstanceOf(Fetched.TooLarge.class);
    server.enqueue(new MockResponse.Builder().chunkedBody("hello", 2).build());
    assertThat(get(own() + "/a", 4)).isInstanceOf(Fetched.TooLarge.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/a",
        "http://localhost/a",
        "https://127.0.0.1/a",
        "http://files.example/a",
        "https://files.example:8443/a",
        "https://files.example@evil.example/a",
        "https://me:secret@files.example/a",
        "https://files.example.evil.example/a",
        "https://evil.example/files.example",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "https://2130706433/a",
        "https://0x7f000001/a",
        "https://0177.0.0.1/a",
        "https://127.1/a",
        "https://[::ffff:127.0.0.1]/a",
        "https://[::ffff:7f00:1]/a",
        "https://[64:ff9b::7f00:1]/a",
        "https://files.example.@127.0.0.1/a",
        "https://127.0.0.1\\@evil.example/a",
        "https://127.0.0.1#files.example",
        "https://files.example%00.evil.example/a",
        "https://files.example..evil.example/a",
        "file:///etc/passwd",
        "ftp://files.example/a",
        "nonsense",
        ""
      })
  void nothingElseIsAsked(String address) {
    assertThat(get(address, 100)).isInstanceOf(Fetched.Gone.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "fd00::1", "::1"})
  void aListedHostThatLeadsInwardsIsNotDialled(String where) throws Exception {
    InetAddress inner = InetAddress.getByName(where);
    Dns lying = host -> List.of(InetAddress.getByName("1.1.1.1"), inner);
    try (Download download = new Download(Set.of("files.example"), own(), lying)) {
      assertThat(download.get("https://files.example/a", 100))
          .isEqualTo(new Fetched.Failed("UnknownHostException from files.example"));
    }
  }

  /** Looked at in the same moment as it is dialled: what a name said before counts for nothing. */
  @Test
  void aNameThatLeadsElsewhereTheSecondTimeIsNotDialled() throws Exception {
    InetAddress inner = InetAddress.getByName("169.254.169.254");
    AtomicInteger asked = new AtomicInteger();
    Dns changing =
        host -> {
          if (asked.getAndIncrement() == 0) {
            throw new UnknownHostException("not yet");
          }
          return List.of(inner);
        };
    try (Download download = new Download(Set.of("files.example"), own(), changing)) {
      for (int i = 0; i < 3; i++) {
        assertThat(download.get("https://files.example/a", 100))
            .isEqualTo(new Fetched.Failed("UnknownHostException from files.example"));
      }
    }
    assertThat(asked).hasValue(3);
  }

  /** A redirect outwards is none of ours either: it could lead anywhere from there. */
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noKindOfRedirectLeadsInwards(int code) {
    server.enqueue(
        new MockResponse.Builder()
            .code(code)
            .setHeader("Location", "http://169.254.169.254/latest/meta-data/")
            .build());
    assertThat(get(own() + "/a", 100)).isEqualTo(new Fetched.Failed("HTTP " + code));
  }

  @Test
  void redirectsAreNotFollowed() {
    server.enqueue(
        new MockResponse.Builder().code(302).setHeader("Location", own() + "/b").build());
    serves("secret");
    assertThat(get(own() + "/a", 100)).isEqualTo(new Fetched.Failed("HTTP 302"));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsGoneAndWhatFailsHasFailed() {
    for (int status : new int[] {403, 404, 410}) {
      server.enqueue(new MockResponse.Builder().code(status).build());
      assertThat(get(own() + "/a", 100)).isInstanceOf(Fetched.Gone.class);
    }
    for (int status : new int[] {429, 500, 503}) {
      server.enqueue(new MockResponse.Builder().code(status).build());
      assertThat(get(own() + "/a", 100)).isInstanceOf(Fetched.Failed.class);
    }
    server.enqueue(
        new MockResponse.Builder()
            .body("only half of it")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    assertThat(get(own() + "/a", 100)).isInstanceOf(Fetched.Failed.class);
  }
}
