package io.switchboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import org.junit.jupiter.api.Test;

/** The estimate against the exact encoding. */
class TokenCountTest {
  @Test
  void isNearTheExactCount() {
    Encoding exact = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    for (String text :
        new String[] {
          "The quick brown fox jumps over the lazy dog, and nobody minds. ",
          "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ",
          "Привет, как дела сегодня? Мы идём гулять в парк. ",
          "今天天气很好，我们去公园散步吧。你觉得怎么样？",
          "これはテストです。日本語の文章を数えます。",
          "오늘은 날씨가 정말 좋네요. 우리 공원에 산책을 갑시다. ",
          "public static void main(String[] args) { int x = foo(bar, 12); }\n",
          "| a | b |\n|---|---|\n| 1 | **2** |\n",
        }) {
      String much = text.repeat(20);
      long count = exact.countTokensOrdinary(much);
      assertThat((double) TokenCount.estimate(much)).as(text).isBetween(count * 0.7, count * 1.4);
    }
  }

  @Test
  void nothingIsNothing() {
    assertThat(TokenCount.estimate("")).isZero();
    assertThat(TokenCount.estimate(" ")).isEqualTo(1);
  }
}
