package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What Telegram's apps show in their menus: to everybody what everybody may do, and to those who
 * may do more that, too, in their language, for as long as they may.
 */
class TelegramMenuTest extends Play {
  private final TelegramStage telegram = new TelegramStage();

  @Override
  Stage stage() {
    return telegram;
  }

  private FakeTelegram fake() {
    return telegram.fake();
  }

  private Person who(String name) {
    return telegram.who(name);
  }

  private List<String> names(String person) {
    return fake().menu(who(person)).stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  private boolean hasOwn(String person) {
    return fake().commands().containsKey("chat:" + who(person).id() + "/");
  }

  private void menu(String person, Predicate<List<String>> is) {
    await("the menu of " + person)
        .atMost(Duration.ofMinutes(4))
        .until(() -> names(person), is::test);
  }

  private void meet(String... people) {
    for (String person : people) {
      stage.command(person, "timezone", "");
      see(() -> stage.inPrivate(person), "UTC");
    }
  }

  private long calls(String method) {
    return fake().calls().stream().filter(method::equals).count();
  }

  @Test
  void itFollowsWhatSomebodyMayDo() {
    line.start("");
    meet("Ada", "Ben", "Cleo");
    menu("Ada", m -> m.containsAll(List.of("ask", "limit", "member", "reload", "community")));
    assertThat(names("Ben")).contains("ask", "help").doesNotContain("limit", "member", "gallery");
    assertThat(hasOwn("Ben")).isFalse();

    stage.command("Ada", "member", "role " + stage.id("Cleo") + " moderator");
    menu("Cleo", m -> m.contains("member"));
    assertThat(names("Cleo")).contains("ask", "undo").doesNotContain("limit", "reload");
    stage.command("Ada", "member", "role " + stage.id("Cleo") + " admin");
    menu("Cleo", m -> m.contains("limit"));
    assertThat(names("Cleo")).doesNotContain("reload");
    stage.command("Ada", "member", "ban " + stage.id("Cleo"));
    menu("Cleo", m -> !m.contains("limit"));
    stage.command("Ada", "undo", "");
    menu("Cleo", m -> m.contains("limit"));
    stage.command("Ada", "member", "role " + stage.id("Cleo") + " member");
    menu("Cleo", m -> !m.contains("member"));
    assertThat(hasOwn("Cleo")).isFalse();
    assertThat(names("Cleo")).isEqualTo(names("Ben"));
  }

  @Test
  void itIsInTheLanguageOfWhoeverReadsIt() {
    line.start("");
    meet("Ada");
    menu("Ada", m -> m.contains("limit"));
    stage.command("Ada", "language", "zh-Hant");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> fake().menu(who("Ada")), m -> m.contains("undo 復原管理員的操作"));
    stage.command("Ada", "language", "ko");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> fake().menu(who("Ada")), m -> m.contains("undo 관리자의 작업 되돌리기"));
    assertThat(fake().menu(who("Ben"))).contains("help Show what I can do");
  }

  @Test
  void itFollowsTheCommunityAndIsSetOnlyWhenItChanges() {
    line.start("community: {channels: [\"" + stage.communityChannel() + "\"]}");
    meet("Ada", "Ben");
    menu("Ada", m -> m.contains("community"));
    assertThat(names("Ada")).doesNotContain("gallery");
    stage.command("Ada", "community", "on");
    menu("Ben", m -> m.contains("gallery"));
    menu("Ada", m -> m.contains("gallery"));
    stage.command("Ada", "community", "off");
    menu("Ben", m -> !m.contains("gallery"));
    menu("Ada", m -> !m.contains("gallery"));

    long before = calls("setmycommands");
    for (String what : List.of("days", "members", "places")) {
      stage.command("Ada", "stats", what);
    }
    stage.command("Ada", "timezone", "Asia/Seoul");
    see(() -> stage.inPrivate("Ada"), "Asia/Seoul");
    stage.command("Ada", "language", "ko");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> fake().menu(who("Ada")).toString(), m -> m.contains("되돌리기"));
    assertThat(calls("setmycommands") - before).isEqualTo(1);
  }

  @Test
  void whatChangedWhileTheProgramWasDownIsSeenAtTheStart() {
    line.start("");
    meet("Ada", "Cleo");
    menu("Ada", m -> m.contains("reload"));
    stage.command("Ada", "member", "role " + stage.id("Cleo") + " moderator");
    menu("Cleo", m -> m.contains("member"));
    line.stop();
    String ada = stage.id("Ada");
    line.rewrite(yaml -> yaml.replace("admins: [\"" + ada + "\"]", "admins: []"));
    line.startAgain();
    menu("Ada", m -> !m.contains("reload"));
    assertThat(hasOwn("Ada")).isFalse();
    assertThat(names("Cleo")).contains("member");
  }

  @Test
  void whoeverOpensTheChatLaterFindsItThen() {
    line.written(yaml -> yaml.replace("admins: [", "admins: [\"" + stage.id("Dan") + "\", "));
    line.start("");
    telegram.commandInGroup("Dan", "timezone", "");
    see(() -> telegram.inGroup("Dan"), "UTC");
    await().until(() -> fake().calls().contains("setmycommands"));
    assertThat(hasOwn("Dan")).isFalse();
    telegram.say("Dan", "Hello");
    see(() -> telegram.inPrivate("Dan"), "Hello", AGAIN);
    menu("Dan", m -> m.contains("reload"));
  }

  @Test
  void whatTelegramDoesNotTakeNowIsTriedAgain() {
    fake()
        .refuse(
            "setmycommands",
            "\"chat\"",
            new FakeTelegram.Refusing(0, 1, 429, "Too Many Requests: retry after 1", 1));
    line.start("");
    meet("Ada");
    menu("Ada", m -> m.contains("limit"));
  }

  private List<String> inStaff(String person) {
    return fake().menu(who(person), telegram.staff()).stream()
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }

  private void inStaff(String person, Predicate<List<String>> is) {
    await("the menu of " + person + " among the staff")
        .atMost(Duration.ofMinutes(4))
        .until(() -> inStaff(person), is::test);
  }

  @Test
  void whereTheStaffReadsEachFindsWhatTheyMayDo() {
    line.start("staff: {channels: [\"" + stage.staffChannel() + "\"]}");
    meet("Ada", "Ben", "Cleo");
    inStaff("Ada", m -> m.containsAll(List.of("limit", "reload")));
    assertThat(inStaff("Cleo")).contains("ask").doesNotContain("member");
    // Ben is not in that chat, so that Telegram refuses.
    stage.command("Ada", "member", "role " + stage.id("Ben") + " moderator");
    stage.command("Ada", "member", "role " + stage.id("Cleo") + " moderator");
    inStaff("Cleo", m -> m.contains("member"));
    menu("Ben", m -> m.contains("member"));
    stage.command("Cleo", "language", "ko");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> fake().menu(who("Cleo"), telegram.staff()), m -> m.contains("undo 관리자의 작업 되돌리기"));
    stage.command("Ada", "member", "role " + stage.id("Cleo") + " member");
    inStaff("Cleo", m -> !m.contains("member"));
    assertThat(inStaff("Ada")).contains("limit");
  }

  @Test
  void whoReadsTraditionalChineseFindsItAlthoughTelegramHasOneChinese() {
    line.start("");
    meet("Ada", "Ben", "Cleo");
    menu("Ada", m -> m.contains("limit"));
    assertThat(hasOwn("Ben")).isFalse();
    stage.command("Ben", "language", "zh-Hant");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> fake().menu(who("Ben")).toString(), m -> m.contains("連結"));
    assertThat(names("Ben")).isEqualTo(names("Cleo"));
    stage.command("Ben", "language", "auto");
    menu("Ben", m -> !hasOwn("Ben"));
  }
}
