package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.scenario.Stage.Seen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no account is set up for is not offered, and who asks for it is told why it is not had. */
abstract class NotSetUpScenarioTest extends Play {
  private static final String LISTEN = "🔊 Listen";

  private record Told(String language, String picture, String voice, String aloud) {}

  private static final List<Told> TOLD =
      List.of(
          new Told(
              "en",
              "no account here is set up",
              "No account here understands voice",
              "I cannot read answers aloud"),
          new Told("zh-Hans", "没有设置能画图的账号", "没有能听懂语音消息", "没有设置能朗读的账号"),
          new Told("zh-Hant", "沒有設定能畫圖的帳號", "沒有能聽懂語音訊息", "沒有設定能朗讀的帳號"),
          new Told(
              "ko", "그림을 그리는 계정이 아직 설정되지 않았어요", "음성 메시지나 소리 파일을 알아듣는 계정이 없어요", "소리 내어 읽는 계정이 아직"));

  private static byte[] sound() {
    return "OggS\0\u0002 SAYHello?DONE".getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isToldInEveryLanguage() {
    line.accounts("[]").start("");
    for (Told told : TOLD) {
      stage.command("Ben", "language", told.language());
      stage.command("Ben", "image", "a red cat on a roof");
      see(() -> stage.inPrivate("Ben"), told.picture());
      stage.speak("Ben", sound());
      see(() -> stage.inPrivate("Ben"), told.voice());
    }
    stage.command("Ada", "image", "a red cat on a roof");
    see(() -> stage.inPrivate("Ada"), "imageModel");
  }

  /** A button from the time when an account could. */
  @Test
  void isToldToWhoeverWantsToListen() {
    String account =
        "{name: main, baseUrl: \"%s\", apiKey: \"%s\""
            .formatted(line.account.baseUrl(), FakeOpenAi.KEY);
    line.accounts("[" + account + ", speech: {model: gpt-4o-mini-tts}}]").start("");
    stage.say("Ben", "Are you there?");
    Seen answer = see(() -> stage.inPrivate("Ben"), "Are you there?", LISTEN);
    stage.say("Ada", "And here?");
    Seen admins = see(() -> stage.inPrivate("Ada"), "And here?", LISTEN);
    line.stop();
    line.accounts("[" + account + "}]").start("");
    for (Told told : TOLD) {
      stage.command("Ben", "language", told.language());
      stage.press("Ben", answer, LISTEN);
      see(() -> stage.inPrivate("Ben"), told.aloud());
    }
    stage.press("Ada", admins, LISTEN);
    see(() -> stage.inPrivate("Ada"), "gpt-4o-mini-tts");
  }

  @Test
  void isNotOffered() {
    line.accounts("[]").start("");
    stage.command("Ben", "help", "");
    assertThat(see(() -> stage.inPrivate("Ben"), "/retry").text()).doesNotContain("/image");
    stage.command("Ada", "help", "");
    assertThat(see(() -> stage.inPrivate("Ada"), "/retry").text()).contains("/image");
    stage.say("Ben", "Are you there?");
    Seen answer = see(() -> stage.inPrivate("Ben"), "not a model", AGAIN);
    assertThat(answer.buttons()).doesNotContain(LISTEN);
  }
}

class NotSetUpOnDiscordTest extends NotSetUpScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class NotSetUpOnTelegramTest extends NotSetUpScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
