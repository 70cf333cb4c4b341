package io.switchboard.share.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.switchboard.share.secrets.Finding.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
  // Put together at run time, so that no scanner takes this file for a leak.
  private static final String BODY = "abcdefghij".repeat(4);

  private static final Findings FINDINGS = new Findings(List.of());

  private static List<Finding> found(List<String> texts) {
    return FINDINGS.in(texts.stream());
  }

  @Test
  void aPasswordWithAnAtSignIsCoveredWholeAndNothingElse() {
    assertThat(masked("postgres://user:p@ss@host/db")).isEqualTo("postgres://user:█████@host/db");
  }

  @Test
  void wordsWithoutSpacesAroundAMailAddressStay() {
    assertThat(masked("请写信到ada@example.org谢谢")).isEqualTo("请写信到█████谢谢");
    assertThat(masked("ada@example.org으로 보내세요")).isEqualTo("█████으로 보내세요");
  }

  private static String masked(String text) {
    return FINDINGS.masking(Stream.of(text), found -> true).mask(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-",
        "sk-proj-",
        "ghp_",
        "github_pat_",
        "glpat-",
        "hf_",
        "npm_",
        "xoxb-",
        "sk_live_",
        "api_key=",
        "password: ",
        "\"token\": \"",
        "DB_PASSWORD=",
        "access_token=",
        "client_secret: '",
        "\"clientSecret\": \"",
        "export AWS_SECRET_ACCESS_KEY=",
        "curl -u admin:"
      })
  void findsKeys(String prefix) {
    String text = "Use " + prefix + BODY + " now";
    assertThat(found(List.of(text))).extracting(Finding::kind).containsExactly(Kind.KEY);
    assertThat(masked(text)).doesNotContain(BODY.substring(0, 20)).endsWith(" now");
  }

  @Test
  void findsPrivateKeys() {
    String text = "-----BEGIN RSA PRIVATE KEY-----\n" + BODY + "\n-----END RSA PRIVATE KEY-----";
    assertThat(found(List.of(text))).hasSize(1);
    assertThat(masked(text)).doesNotContain(BODY);
    assertThat(masked(text.substring(0, 60))).doesNotContain("abcdefghij");
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, write to first.last+tag@mail.example.co.uk please",
    "PHONE, call +49 (30) 1234-5678 today",
    "CARD, 4111 1111 1111 1111",
    "CARD, 4111 1111 1111 1111 123",
    "CARD, 4111-1111-1111-1111 12/27",
    "CARD, 4111\u00A01111\u00A01111\u00A01111",
    "CARD, 3782 822463 10005 and more",
    "CARD, paid with 4111111111111111",
    "ACCOUNT, to DE89 3704 0044 0532 0130 00 please",
    "ACCOUNT, GB82WEST12345698765432",
    "PHONE, +86 138 1234 5678",
    "PHONE, 0912345678",
    "MAIL, jürgen@exämple.de",
    "MAIL, ada%40example.org",
    "NETWORK, http://[fd12:3456:789a::1]:8080/",
    "NETWORK, ssh 192.168.1.17",
    "KEY, redis://:hunter22@cache:6379",
    "KEY, postgres://user:hunter22@db.example.org/x",
  })
  void findsPersonalThings(Kind kind, String text) {
    assertThat(found(List.of(text))).extracting(Finding::kind).containsExactly(kind);
    assertThat(found(List.of(masked(text)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A risk-averse task",
        "version 10.2.0",
        "4111 1111 1111 1112",
        "The token is: short",
        "8.8.8.8 and 172.32.1.1",
        "@alice",
        "1234567890123",
        "0000000000000000",
        "a@b",
        "https://example.org/2026/03/01/a-long-title-of-an-article-with-2-numbers",
        "GB82 WEST 1234 5698 7654 33",
        "maxTokens: 4096, tokens = 100000"
      })
  void leavesTheRest(String text) {
    assertThat(found(List.of(text))).isEmpty();
    assertThat(masked(text)).isEqualTo(text);
  }

  @Test
  void heapsOfMarksTakeNoLongerThanOtherText() {
    String heap = "z" + "\u0351".repeat(100_000) + " ada@example.org";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(new Findings(List.of("ada")).in(Stream.of(heap))).hasSize(1));
  }

  @Test
  void saysEachThingOnceAndNotWhole() {
    String key = "sk-" + BODY;
    List<Finding> found = found(List.of(key + " " + key, "again " + key));
    assertThat(found)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.kind()).isEqualTo(Kind.KEY);
              assertThat(f.excerpt()).isEqualTo("sk-ab…");
            });
  }
}
