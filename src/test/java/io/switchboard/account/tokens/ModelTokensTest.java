package io.switchboard.account.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTokensTest {
  @ParameterizedTest
  @CsvSource({
    "gpt-5-mini,false",
    "gpt-4o,false",
    "gpt-4o-mini-2024-07-18,false",
    "gpt-4.1,false",
    "o3,false",
    "llama3.2,false",
    "chatgpt-4o-latest,false",
    "gpt-4,true",
    "gpt-4-0613,true",
    "gpt-4-turbo,true",
    "gpt-3.5-turbo-16k,true",
    "openai/gpt-4-turbo,true"
  })
  void eachModelHasItsEncoding(String model, boolean older) {
    assertThat(ModelTokens.isOlder(model)).isEqualTo(older);
  }

  @Test
  void countsAsTheModelDoes() {
    assertThat(ModelTokens.count("gpt-5", "Hello, world!")).isEqualTo(4);
    assertThat(ModelTokens.count("gpt-4", "你好，世界"))
        .isGreaterThan(ModelTokens.count("gpt-4o", "你好，世界"));
    assertThat(ModelTokens.count("gpt-5", "<|endoftext|>")).isGreaterThan(1);
  }

  @Test
  void aWordWithoutEndTakesNoTime() {
    String word = "a".repeat(400_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> assertThat(ModelTokens.count("gpt-5", word)).isPositive());
  }

  @Property(tries = 200)
  void noTextHasMoreTokensThanBytes(@ForAll @StringLength(max = 300) String text) {
    long tokens = ModelTokens.count("gpt-5", text);
    assertThat(tokens).isLessThanOrEqualTo(ModelTokens.most(text));
    assertThat(ModelTokens.most(text))
        .isGreaterThanOrEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
  }
}
