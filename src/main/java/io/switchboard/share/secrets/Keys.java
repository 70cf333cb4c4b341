package io.switchboard.share.secrets;

import io.switchboard.share.secrets.Finding.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What keys, tokens and passwords look like. Each shape is its maker's documented one. */
final class Keys {
  /** What is called so is secret, also behind an underscore: {@code DB_PASSWORD}. */
  private static final String NAME =
      "api[_-]?key|(?:secret|private|access)[_-]?key|secret[_-]access[_-]key|secret|token"
          + "|passw(?:or)?d|passphrase|pwd";

  private static final String CAMEL =
      "ApiKey|APIKey|(?:Secret|Private|Access)Key|Secret|Token|Passw(?:or)?d|Passphrase|Pwd";

  static final List<Shape> SHAPES =
      Stream.concat(
              Stream.of(
                      "-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\\s\\S]{0,20000}?(?:-----END"
                          + " [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|\\z)",
                      "\\bAGE-SECRET-KEY-1[0-9A-Z]{58}",
                      "\\bsk-[A-Za-z0-9_-]{16,}",
                      "\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bgithub_pat_[A-Za-z0-9_]{20,}",
                      "\\bgl(?:pat|ptt|rt|dt|cbt)-[A-Za-z0-9_-]{20,}",
                      "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b",
                      "\\bAIza[A-Za-z0-9_-]{35}|\\bya29\\.[A-Za-z0-9_-]{20,}",
                      "\\bGOCSPX-[A-Za-z0-9_-]{20,}",
                      "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\\bxapp-\\d-[A-Za-z0-9-]{10,}",
                      "\\bhttps://hooks\\.slack\\.com/(?:services|workflows)/[A-Za-z0-9/_-]{20,}",
                      "\\bhttps://(?:\\w+\\.)?discord(?:app)?\\.com/api/webhooks/\\d+/[\\w-]{20,}",
                      "\\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}|\\bwhsec_[A-Za-z0-9+/=]{20,}",
                      "\\bhf_[A-Za-z0-9]{30,}|\\bnpm_[A-Za-z0-9]{30,}|\\bpypi-[A-Za-z0-9_-]{50,}",
                      "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|\\b(?:SK|AC)[0-9a-f]{32}\\b",
                      "\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|\\bdo[opr]_v1_[a-f0-9]{64}",
                      "\\bxai-[A-Za-z0-9]{40,}|\\bgsk_[A-Za-z0-9]{40,}|\\br8_[A-Za-z0-9]{30,}",
                      "\\bdp\\.pt\\.[A-Za-z0-9]{40,}|\\bglsa_[A-Za-z0-9_]{32,}|\\bhvs\\.[\\w-]{24,}",
                      "(?<!\\d)\\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])",
                      "\\b[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,}",
                      "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]*",
                      "(?i)\\b(?:bearer|basic)\\s+([A-Za-z0-9._~+/-]{20,}=*)",
                      "(?i)\\bAccountKey=([A-Za-z0-9+/=]{40,})",
                      "\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{0,100}:([^\\s/]{3,200})@",
                      "\\bPuTTY-User-Key-File-\\d:[\\s\\S]{0,20000}?(?:Private-MAC: \\S+|\\z)",
                      "\\bcurl\\b[^\\n]{0,500}?\\s(?:-u|--user)[ =]?[\"']?[^\\s:\"']{1,100}:"
                          + "([^\\s\"']{3,200})")
                  .map(pattern -> new Shape(Kind.KEY, pattern)),
              Stream.of(
                  new Shape(
                      Kind.KEY,
                      "(?:(?<![A-Za-z0-9])(?i:"
                          + NAME
                          + ")|(?<=[a-z0-9])(?:"
                          + CAMEL
                          + "))[\"']?"
                          + "\\s*[:=]\\s*(?:\"([^\"\\n]{6,200})\"|'([^'\\n]{6,200})'|[\"']?([^\\s"
                          + "\"',;`]{6,200}))"),
                  new Shape(
                      Kind.KEY,
                      "(?i)(?:\\b(?:password|passphrase|pin)\\s+is\\s+|(?:密码|密碼|口令|비밀번호)"
                          + "(?:是|为|為|는|은)?\\s*[:：=]?\\s*)[\"'“`]?([^\\s\"'”`,;。，]{4,200})",
                      found -> found.chars().anyMatch(Character::isDigit)),
                  new Shape(
                      Kind.KEY,
                      "(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{20,500}={0,2}(?![A-Za-z0-9+/_=-])",
                      Entropy::looksRandom)))
          .toList();

  private Keys() {}
}
