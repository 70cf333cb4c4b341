package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.scenario.Stage.Seen;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was likely not meant for others is told, and covered, in the owner's language. */
class MaskedScenarioTest {
  @Nested
  class OnDiscord extends Cases {
    @Override
    Stage stage() {
      return new DiscordStage();
    }

    @Override
    String cleo() {
      return "<@" + ((DiscordStage) stage).who("Cleo").id() + ">";
    }
  }

  @Nested
  class OnTelegram extends Cases {
    @Override
    Stage stage() {
      return new TelegramStage();
    }

    @Override
    String cleo() {
      return "@cleo";
    }
  }

  abstract static class Cases extends Play {
    private static final String KEY = "sk-proj-" + "a1B2c3D4".repeat(6);

    /** Cleo, as the platform has people mention her. */
    abstract String cleo();

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "en|A key or password|A mail address|A phone number|The name of a member|Cover what was"
              + " found|Share",
          "ko|키 또는 비밀번호|메일 주소|전화번호|멤버 이름|찾은 내용 가리기|공유",
          "zh-Hans|密钥或密码|邮箱地址|电话号码|成员的名字|遮盖这些内容|分享",
          "zh-Hant|金鑰或密碼|電子郵件地址|電話號碼|成員的名字|遮蓋這些內容|分享",
        })
    void allKindsAreToldAndCoveredByOnePress(
        String language,
        String key,
        String mail,
        String phone,
        String name,
        String cover,
        String share) {
      line.start("");
      stage.say("Cleo", "Hello");
      see(() -> stage.inPrivate("Cleo"), "Hello", AGAIN);
      stage.command("Ben", "language", language);
      stage.say(
          "Ben",
          "Ask %s or Cleo, +49 170 1234567, cleo.secret@example.org, %s THE END"
              .formatted(cleo(), KEY));
      see(() -> stage.inPrivate("Ben"), "THE END", share);
      stage.command("Ben", "share", "24h");
      Seen preview = see(() -> stage.inPrivate("Ben"), mail, cover);
      assertThat(preview.text()).contains(key, phone, name).doesNotContain(KEY);
      stage.press("Ben", preview, cover);
      String page = Surfer.link(preview, "/s/");
      await().until(() -> !line.get(page).body().contains("cleo.secret"));
      assertThat(line.get(page).body())
          .contains("THE END", "█████")
          .doesNotContain(KEY, "1234567", "cleo.secret", "Cleo", "@cleo", plain(cleo()));
    }

    private static String plain(String mention) {
      return mention.replaceAll("\\D", "").isEmpty() ? mention : mention.replaceAll("\\D", "");
    }
  }
}
