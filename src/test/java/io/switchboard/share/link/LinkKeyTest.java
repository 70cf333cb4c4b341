package io.switchboard.share.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkKeyTest {
  @TempDir private Path folder;

  @Test
  void opensWhatItSealed() {
    LinkKey key = LinkKey.random();
    LinkToken token = LinkToken.random();
    String sealed = key.seal(token, 7);
    assertThat(key.open(sealed, 7)).contains(token);
    assertThat(key.open(sealed, 8)).isEmpty();
    assertThat(LinkKey.random().open(sealed, 7)).isEmpty();
    assertThat(key.open("", 7)).isEmpty();
    assertThat(key.open("AAAA", 7)).isEmpty();
    assertThat(key.open("***", 7)).isEmpty();
    assertThat(key.seal(token, 7)).isNotEqualTo(sealed);
  }

  @Test
  void isTheSameAfterARestart() throws Exception {
    Path file = folder.resolve("data/link.key");
    String sealed = LinkKey.load(file).seal(new LinkToken("abc"), 1);
    assertThat(LinkKey.load(file).open(sealed, 1)).contains(new LinkToken("abc"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void somethingElseIsNoKey() throws Exception {
    Path file = folder.resolve("link.key");
    Files.writeString(file, "");
    assertThatThrownBy(() -> LinkKey.load(file)).isInstanceOf(NoLinkKey.class);
    Files.writeString(file, "not base64!");
    assertThatThrownBy(() -> LinkKey.load(file)).isInstanceOf(NoLinkKey.class);
  }

  @Test
  void tokensAreLongAndNeverTheSame() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String token = LinkToken.random().value();
      assertThat(token).matches("[0-9A-Za-z]{24}");
      assertThat(seen.add(token)).isTrue();
    }
    assertThat(LinkToken.random().toString()).isEqualTo("LinkToken");
  }
}
