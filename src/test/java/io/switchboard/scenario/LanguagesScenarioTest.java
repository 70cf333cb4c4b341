package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.scenario.Stage.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of whoever reads: their app's, until they choose another. */
abstract class LanguagesScenarioTest extends Play {
  private static final String ENGLISH = "Nothing of yours is waiting or being answered here.";
  private static final String KOREAN = "여기에는 기다리거나 답하는 중인 질문이 없어요.";
  private static final String TRADITIONAL = "您在這裡沒有等待中或回答中的問題。";

  private void stops(String person, String words) {
    Line.next(() -> stage.inPrivate(person), words, () -> stage.command(person, "stop", ""));
  }

  @Test
  void itIsTheAppsUntilAnotherIsChosen() {
    stage.speaks("Ben", "ko");
    stage.speaks("Cleo", "fr");
    line.start("");
    stops("Ben", KOREAN);
    stops("Cleo", ENGLISH);
    stage.command("Ben", "language", "");
    Seen choice = see(() -> stage.inPrivate("Ben"), "언어", "繁體中文");
    assertThat(choice.buttons()).contains("English", "简体中文", "繁體中文", "한국어");
    stage.press("Ben", choice, "繁體中文");
    stops("Ben", TRADITIONAL);
    line.restart();
    stops("Ben", TRADITIONAL);
    stage.command("Ben", "language", "auto");
    stops("Ben", KOREAN);
    stage.say("Cleo", "/language 한국어");
    stops("Cleo", KOREAN);
    stage.say("Cleo", "/language fr");
    see(() -> stage.inPrivate("Cleo"), "“fr”");
    stops("Cleo", KOREAN);
  }

  /** In a group everybody is spoken to in their own, also under what others are shown. */
  @ParameterizedTest
  @CsvSource({
    "en, Try again, You have used up your 1 question per hour.",
    "zh-Hans, 重试, ",
    "zh-Hant, 重試, ",
    "ko, 다시 시도, ",
  })
  void buttonsAndRefusalsAreInIt(String language, String again, String over) {
    line.start("limits: {default: {requests: [1/hour]}}");
    stage.command("Ben", "language", language);
    see(() -> stage.inPrivate("Ben"), "");
    stage.sayInGroup("Ben", "one");
    Seen answer = see(() -> stage.inGroup("Ben"), "Answer to: one", again);
    assertThat(answer.buttons()).noneMatch(b -> !language.equals("en") && b.matches("[A-Za-z ]+"));
    int before = stage.inGroup("Ben").size();
    stage.sayInGroup("Ben", "two");
    Seen refusal = see(() -> stage.inGroup("Ben").stream().skip(before).toList(), "");
    assertThat(refusal.text()).contains(over == null ? "" : over);
    assertThat(stage.moments(refusal)).hasSize(1);
    if (!language.equals("en")) {
      assertThat(refusal.text().replaceAll("<t:[^>]*>|UTC", ""))
          .doesNotContainPattern("[A-Za-z]{3}");
    }
  }
}

class LanguagesOnDiscordTest extends LanguagesScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class LanguagesOnTelegramTest extends LanguagesScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
