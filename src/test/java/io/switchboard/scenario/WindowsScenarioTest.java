package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Several windows at once, and the moment at which there is room again, on every platform. */
abstract class WindowsScenarioTest extends Play {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String BACK = "You can ask again:";

  private void asked(String question) {
    stage.say("Ben", question);
    see(() -> stage.inPrivate("Ben"), "Answer to: " + question, AGAIN);
  }

  /** Asks in vain, and returns the moment that the refusal names. */
  private Instant refused(String question, String limit) {
    Seen refusal =
        Line.next(
            () -> stage.inPrivate("Ben"),
            "used up your " + limit,
            () -> stage.say("Ben", question));
    assertThat(refusal.text()).contains(BACK);
    assertThat(stage.moments(refusal)).hasSize(1);
    return stage.moments(refusal).getFirst();
  }

  private Instant now() {
    return line.clock.instant();
  }

  private void stepTo(Instant then) {
    line.clock.step(Duration.between(now(), then));
  }

  @Test
  void theTightestOfSeveralWindowsIsSaidWithItsOwnEnd() {
    line.start(
        """
        limits: {default: {requests: [2/minute, 3/hour, 4/day, 5/week, 6/month], running: 2}}
        """);
    Instant first = now();
    asked("one");
    asked("two");
    Instant minute = refused("too soon", "2 questions per minute");
    assertThat(minute).isBetween(first.plusSeconds(58), now().plusSeconds(61));
    stepTo(minute.plusSeconds(1));
    Instant third = now();
    asked("three");
    Instant hour = refused("too many", "3 questions per hour");
    assertThat(hour).isBetween(first.plusSeconds(3_598), third.plusSeconds(3_600));
    stepTo(hour.plusSeconds(61));
    asked("four");
    Instant day = refused("today", "4 questions per day");
    assertThat(day).isBetween(first.plusSeconds(86_398), third.plusSeconds(86_400));
    stepTo(first.plus(Duration.ofDays(2)));
    asked("five");
    Instant week = refused("this week", "5 questions per week");
    assertThat(week).isBetween(first.plusSeconds(7 * 86_400 - 2), third.plusSeconds(7 * 86_400));
    stepTo(first.plus(Duration.ofDays(8)));
    asked("six");
    Instant month = refused("this month", "6 questions per month");
    assertThat(Duration.between(first, month).toDays()).isBetween(27L, 31L);
    stepTo(month.plusSeconds(1));
    asked("seven");
  }

  @Test
  void tokensAreAWindowOfTheirOwn() {
    line.start("limits: {default: {requests: [], tokens: [1000/hour, 100000/day]}}");
    stage.say("Ben", "word ".repeat(400));
    Seen never =
        see(() -> stage.inPrivate("Ben"), "This question alone is more than your 1,000 tokens");
    assertThat(never.text()).doesNotContain("used up", BACK);
    Instant first = now();
    stage.say("Ben", "word ".repeat(250));
    see(() -> stage.inPrivate("Ben"), "Answer to: word", AGAIN);
    Instant back = refused("word ".repeat(250), "1,000 tokens per hour");
    assertThat(back).isBetween(first.plusSeconds(3_598), now().plusSeconds(3_601));
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "of 100,000 tokens per day");
  }

  @Test
  void whatIsLimitedToNothingIsSwitchedOff() {
    line.accounts(
            "[{name: main, baseUrl: \"%s\", apiKey: \"%s\", imageModel: gpt-image-1}]"
                .formatted(line.account.baseUrl(), FakeOpenAi.KEY))
        .start("limits: {default: {images: [0/day], shares: [0/day], tokens: [5000/day]}}");
    stage.command("Ben", "image", "a red cat");
    see(() -> stage.inPrivate("Ben"), "Switched off for you: pictures. Please ask an admin.");
    asked("one");
    stage.command("Ben", "share", "");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet"), "Share");
    see(() -> stage.inPrivate("Ben"), "Switched off for you: new links. Please ask an admin.");
    stage.command("Ada", "limit", "set default 0/day");
    see(() -> stage.inPrivate("Ada"), "Each member now has the limit 0 questions per day");
    stage.say("Ben", "two");
    see(() -> stage.inPrivate("Ben"), "Questions are switched off for you.");
    assertThat(line.account.heard()).isEmpty();
  }

  /** A day on which clocks are changed has 23 hours or 25, and the month ends where they live. */
  @Test
  void daysAndMonthsAreThoseOfTheClockWhereThePersonIs() {
    line.start(
        "limits: {default: {requests: [1/calendar day, 2/calendar month]}}\n"
            + "time: {zone: Asia/Seoul}");
    stage.command("Ben", "timezone", "America/New_York");
    see(() -> stage.inPrivate("Ben"), "America/New_York");
    ZonedDateTime change =
        NEW_YORK
            .getRules()
            .nextTransition(now().plus(30, ChronoUnit.DAYS))
            .getInstant()
            .atZone(NEW_YORK);
    ZonedDateTime morning = change.toLocalDate().atStartOfDay(NEW_YORK).plusMinutes(30);
    ZonedDateTime midnight = change.toLocalDate().plusDays(1).atStartOfDay(NEW_YORK);
    assertThat(Duration.between(morning, midnight)).isNotEqualTo(Duration.ofMinutes(23 * 60 + 30));
    stepTo(morning.toInstant());
    asked("on that day");
    assertThat(refused("once more", "1 question per calendar day")).isEqualTo(midnight.toInstant());
    stepTo(midnight.toInstant().minusSeconds(120));
    refused("nearly", "1 question per calendar day");
    stepTo(midnight.toInstant());
    asked("the next day");
    stepTo(midnight.plusDays(1).toInstant());
    ZonedDateTime month = midnight.plusMonths(1).withDayOfMonth(1);
    assertThat(refused("this month", "2 questions per calendar month"))
        .isEqualTo(month.toInstant());
    stepTo(month.toInstant());
    asked("a new month");
  }
}

class WindowsOnDiscordTest extends WindowsScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class WindowsOnTelegramTest extends WindowsScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
