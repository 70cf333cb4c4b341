package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.member.Members;
import io.switchboard.web.Shot;
import io.switchboard.web.TestBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dashboard of fifty members with long names in many scripts, of whom four ask all the time. */
class CrowdedInBrowserTest {
  private static final List<String> NAMES =
      List.of(
          "大家好我是一个名字非常非常非常非常长的成员因为我喜欢把整句话都写进名字里",
          "아주아주아주아주긴이름을가진멤버입니다그래도표에들어가야해요정말로요",
          "👩‍👩‍👧‍👦🏳️‍🌈🧑🏽‍🚀👨‍👩‍👧‍👦🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
          "اسم طويل جدا جدا جدا لعضو يكتب من اليمين إلى اليسار دائما",
          "\u202eevisrever\u202c Mixed עברית and English names",
          "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen");
  private static final int EACH = 50;

  /** Hints that do not fit into their fields. */
  private static final String HINTS =
      """
      () => [...document.querySelectorAll("input[placeholder]")].filter(field => {
        const style = getComputedStyle(field);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        const room = field.clientWidth - parseFloat(style.paddingLeft)
          - parseFloat(style.paddingRight);
        return field.checkVisibility() && pen.measureText(field.placeholder).width > room;
      }).map(field => field.placeholder)
      """;

  @TempDir static Path folder;
  private static @Nullable TestBrowser running;
  private static @Nullable Board program;
  private static @Nullable FakeOpenAi account;
  private static String session = "";

  private final TestBrowser browser = Objects.requireNonNull(running);
  private final Board board = Objects.requireNonNull(program);
  private @Nullable Page opened;

  @BeforeAll
  static void open() {
    running = TestBrowser.start();
    try (Database database = TestDatabases.open("jdbc:h2:file:" + folder.resolve("db"))) {
      Members members = new Members(database, InstantSource.system());
      for (int i = 0; i < 50; i++) {
        String name = NAMES.get(i % NAMES.size()) + " " + i;
        members.recognize(
            new Person(
                new PersonId("discord:" + (1000 + i)), name, "m" + i, Locale.ENGLISH, Set.of()));
      }
    }
    FakeOpenAi openAi = FakeOpenAi.start();
    openAi.otherwise(Script.answer("word ".repeat(5_000)).pace(2, Duration.ofMillis(200)));
    account = openAi;
    Board board =
        new Board(
            folder,
            """
            accounts: [{name: main, baseUrl: "%s", apiKey: "%s", concurrency: 1}]
            conversations: {titles: false}
            sandbox: {enabled: "on"}
            limits: {default: {requests: [], running: 1, waiting: 60}}
            """
                .formatted(openAi.baseUrl(), FakeOpenAi.KEY));
    program = board;
    session = board.signIn("ada");
    for (int i = 0; i < EACH; i++) {
      for (String who : List.of("ben", "chloe", "minjun", "xiaoyu")) {
        board.say(who, "Question " + i);
      }
    }
  }

  @AfterAll
  static void close() {
    if (program != null) {
      program.close();
    }
    if (account != null) {
      account.close();
    }
    if (running != null) {
      running.close();
    }
  }

  @AfterEach
  void leave() {
    if (opened != null) {
      opened.context().close();
    }
  }

  private Page signedIn(Browser.NewContextOptions options) {
    Page page = board.signedIn(browser, session, options);
    opened = page;
    return page;
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, en-US", "DARK, 1280, zh-TW", "LIGHT, 390, zh-CN", "DARK, 390, ko-KR"})
  void nothingLeavesItsPlace(ColorScheme scheme, int width, String locale) throws Exception {
    Page page =
        signedIn(
            new Browser.NewContextOptions()
                .setViewportSize(width, 850)
                .setColorScheme(scheme)
                .setLocale(locale)
                .setBypassCSP(true));
    for (String path : List.of("/admin", "/admin/members", "/admin/members/1", "/admin/audit")) {
      page.navigate(board.home() + path);
      assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
          .as(path)
          .isEqualTo(true);
      assertThat((List<?>) page.evaluate(HINTS)).as(path + " " + locale).isEmpty();
      Shot.of(page, "crowded" + path.replaceAll("[/?=]", "-") + "-" + locale + "-" + width);
    }
  }

  /** What is read aloud is what was said, and not all of a table each time that one row moves. */
  @Test
  void theLiveQueueIsNotReadAloudAgainAndAgain() {
    Page page = signedIn(new Browser.NewContextOptions().setViewportSize(1280, 850));
    page.navigate(board.home() + "/admin");
    assertThat(page.locator("[aria-live]:not([aria-live=off]) tr, [role=status] tr").count())
        .isZero();
    assertThat(page.locator("[role=log]").count()).isZero();
  }

  @Test
  void aMemberIsFoundByAPartOfAnyName() {
    Page page = signedIn(new Browser.NewContextOptions().setViewportSize(390, 850));
    for (String part : List.of("非常", "긴이름", "🎉🎉", "العضو".substring(2), "mützen", "@m17")) {
      page.navigate(board.home() + "/admin/members");
      Locator field = page.locator("input[name=q]");
      field.fill(part);
      field.press("Enter");
      page.locator("main").waitFor();
      assertThat(page.locator("main details.change").count()).as(part).isPositive();
    }
  }
}
