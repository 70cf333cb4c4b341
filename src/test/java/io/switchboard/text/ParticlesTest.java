package io.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

/** Korean reads as it is said, wherever it is known how. */
class ParticlesTest {
  @Test
  void afterHangul() {
    assertThat(Particles.chosen("“사과”을(를) 공유")).isEqualTo("“사과”를 공유");
    assertThat(Particles.chosen("“소금”을(를), 소금이(가)")).isEqualTo("“소금”을, 소금이");
    assertThat(Particles.chosen("질문 5개(으)로")).isEqualTo("질문 5개로");
    assertThat(Particles.chosen("서울(으)로, 부산(으)로, 대구(으)로")).isEqualTo("서울로, 부산으로, 대구로");
    assertThat(Particles.chosen("책과(와) 나무은(는)")).isEqualTo("책과 나무는");
  }

  @Test
  void afterDigits() {
    assertThat(Particles.chosen("#28을(를) #999이(가) #10은(는)")).isEqualTo("#28을 #999가 #10은");
    assertThat(Particles.chosen("1(으)로 3(으)로 2(으)로")).isEqualTo("1로 3으로 2로");
  }

  @Test
  void afterWhatWasFilledIn() {
    assertThat(Particles.after("사과", "”을(를) 공유했어요.")).isEqualTo("”를 공유했어요.");
    assertThat(Particles.after("#28", "을(를) 되돌렸어요.")).isEqualTo("을 되돌렸어요.");
    assertThat(Particles.after("", "을(를)")).isEqualTo("을(를)");
    assertThat(Particles.after("사과", " 을(를)")).isEqualTo(" 을(를)");
  }

  @Property
  void whatIsReadInAnotherWayKeepsBoth(@ForAll @AlphaChars String name) {
    String text = "“" + name + "”을(를)";
    assertThat(Particles.chosen(text)).isEqualTo(text);
    assertThat(Particles.after(name, "”을(를)")).isEqualTo("”을(를)");
  }
}
