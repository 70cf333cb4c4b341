package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Links, community, statistics and log at {@code /admin}, over HTTP. */
class SectionsTest {
  @TempDir Path folder;
  private Board board;
  private String ada;

  @BeforeEach
  void open() {
    board =
        new Board(
            folder,
            "prices: {currency: USD, models: {demo: {in: 10, cachedIn: 1, out: 20}}}\n"
                + "community: {enabled: true, channels: [\"sandbox-channel:community\"],"
                + " approval: true}");
    ada = board.signIn("ada");
  }

  @AfterEach
  void close() {
    board.close();
  }

  private String at(String path) {
    return board.get(path, ada).body();
  }

  private void share(String who, String question, String how) {
    board.say(who, question);
    board.awaitChat(who, "Try again");
    board.say(who, "/share");
    // The answer has a button of that name, too.
    board.awaitChat(who, "Nothing is shared yet");
    board.press(who, how);
    board.awaitChat(who, "” is shared");
  }

  @Test
  void aLinkIsFoundAndEndedWithAReason() {
    share("ben", "Why are pears green", "Share");
    String page = at("/admin/shares");
    assertThat(page).contains("Why are pears green", ">Ben<", "everyone with the link", "live");
    assertThat(page).doesNotContain("/s/");
    assertThat(at("/admin/shares?q=zorro")).contains("Nobody is called");
    assertThat(at("/admin/shares?q=ben")).contains("Why are pears green");
    assertThat(at("/admin/shares?who=private")).contains("No such link");
    assertThat(at("/admin/shares?state=revoked")).contains("No such link");
    String number = Board.found("name=\"who\" value=\"(\\d+)\"", page);
    String done =
        board.act(
            ada,
            "do",
            "revoke",
            "verb",
            "",
            "who",
            number,
            "more",
            "not here",
            "back",
            "/admin/shares?state=live");
    assertThat(done).contains("of Ben has ended", "No link is live");
    board.awaitChat("ben", "An admin has ended your link [^\"]*not here");
    assertThat(at("/admin/shares?state=revoked")).contains("Why are pears green", "withdrawn");
    assertThat(board.audit(ada)).contains("share revoke", "#" + number + " not here");
  }

  @Test
  void whatWasAskedIsCountedDrawnAndGivenAsAFile() {
    board.say("ben", "Count me");
    // It is counted a moment after its answer can be read.
    await().until(() -> at("/admin/statistics").contains("<table>"));
    for (String by : List.of("days", "members", "places", "models")) {
      String page = at("/admin/statistics?by=" + by + "&span=30d");
      assertThat(page).as(by).contains("<table>", "Answers", "<svg", "Cost").contains("$0.");
    }
    assertThat(at("/admin/statistics?by=members")).contains("Ben");
    assertThat(at("/admin/statistics?by=places")).contains("Private chats");
    assertThat(at("/admin/statistics?from=2020-01-01&to=2026-01-01")).contains("at most 366 days");
    assertThat(at("/admin/statistics?from=2020-01-01&to=2020-01-02")).contains("nothing was asked");
    HttpResponse<String> file = board.get("/admin/statistics.csv?by=days&span=7d", ada);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"switchboard-");
    assertThat(file.body()).contains("day,by,id,name", ",member,", ",Ben,", ",USD,");
    assertThat(at("/admin")).contains("<dd>$", "cost");
  }

  @Test
  void theLogIsSeenAsItComesWithoutSecretsAndWhatMembersWrite() {
    List<String> heard = new CopyOnWriteArrayList<>();
    var stream = board.listen("/admin/live/logs?level=warn", ada, heard);
    await().until(() -> heard.contains("event: logs"));
    board.say("ben", "canarybird sings");
    board.awaitChat("ben", "Try again");
    LoggerFactory.getLogger("io.switchboard.x.Engine")
        .warn("it creaks, password={}", "swordfish-and-chips");
    await().until(() -> heard.stream().anyMatch(line -> line.contains("it creaks")));
    assertThat(heard).noneMatch(line -> line.contains("swordfish"));
    assertThat(stream).isNotDone();
    String page = at("/admin/logs");
    assertThat(page).contains("it creaks", "(secret)").doesNotContain("canarybird", "swordfish");
    assertThat(at("/admin/logs?level=error")).doesNotContain("it creaks");
  }

  @Test
  void whatWaitsForTheStaffIsDecidedAndItsAuthorHears() {
    String ben = board.moderator(ada);
    share("chloe", "Why are plums blue", "Share, and post in the community");
    await().until(() -> board.get("/admin/posts", ben).body().contains("Why are plums blue"));
    String page = board.get("/admin/posts", ben).body();
    assertThat(page).contains("Waiting for approval", "Look at all of it", ">Chloé<");
    String number = Board.found("value=\"approve\">\\s*<input[^>]*value=\"(\\d+)\"", page);
    assertThat(
            board.act(
                ben, "do", "community", "verb", "approve", "who", number, "more", "0123456789ab"))
        .contains("has changed");
    assertThat(
            board.act(
                ben,
                "do",
                "community",
                "verb",
                "decline",
                "who",
                number,
                "more",
                "too blue",
                "back",
                "/admin/posts"))
        .contains("Nothing waits for approval");
    board.awaitChat("chloe", "too blue");
    assertThat(board.act(ben, "do", "community", "verb", "keep", "who", number))
        .contains("Nobody has reported");
    assertThat(board.audit(ada)).contains("community decline", "“Why are plums blue” · Chloé");
  }

  @Test
  void whatMembersReportIsSeenAndWithdrawnWithAReason() {
    share("chloe", "Why are plums blue", "Share, and post in the community");
    await().until(() -> at("/admin/posts").contains("Why are plums blue"));
    String waiting = at("/admin/posts");
    String number = Board.found("value=\"approve\">\\s*<input[^>]*value=\"(\\d+)\"", waiting);
    String mark = Board.found("name=\"more\" value=\"(v\\d+)\"", waiting);
    assertThat(act("community", "approve", number, mark)).contains("is approved");
    board.pressInCommunity("ben", "Report");
    board.pressInCommunity("ben", "Advertising");
    await().until(() -> !at("/admin/posts").contains("Nobody has reported a post"));
    assertThat(at("/admin/posts")).contains("was reported by one member", "Advertising", ">Chloé<");
    assertThat(act("community", "withdraw", number, "sells plums")).contains("withdrawn");
    assertThat(at("/admin/posts")).contains("Nobody has reported a post", "Nothing is posted yet");
    board.awaitChat("chloe", "sells plums");
    board.awaitChat("ben", "The staff has withdrawn it");
    assertThat(board.audit(ada)).contains("community withdraw", "sells plums");
  }

  @Test
  void theRecordNamesPeopleAndTimesAndIsSifted() {
    board.say("ben", "/stats");
    board.awaitChat("ben", "for admins only");
    board.say("chloe", "/help");
    assertThat(act("member", "pause", "sandbox:ben", "2d")).doesNotContainPattern("\\dT\\d");
    assertThat(act("limit", "set", "sandbox:ben", "12/day")).contains("12 questions");
    String all = at("/admin/audit");
    assertThat(all)
        .contains("member pause</code> <a", ">Ben</a>", "not paused", "/stats", "limit set")
        .doesNotContainPattern("member \\d")
        .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\dT");
    String undoable = at("/admin/audit?show=undoable");
    assertThat(undoable).contains("limit set", "member pause").doesNotContain("/stats");
    String refused = at("/admin/audit?show=refused");
    assertThat(refused).contains("/stats").doesNotContain("limit set", "member pause");
    assertThat(at("/admin/audit?show=refused&before=1")).contains("Nothing of that kind");
    assertThat(at("/admin/audit?show=anything")).contains("/stats", "limit set");
    board.say("ada", "/undo list");
    board.awaitChat("ada", "not paused → paused until \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");
  }

  private String act(String command, String verb, String who, String more) {
    return board.act(ada, "do", command, "verb", verb, "who", who, "more", more);
  }

  @Test
  void whoIsSignedOutMeanwhileIsToldAndComesBack() {
    HttpResponse<String> late =
        board.form("/admin/act", "", Map.of("do", "account", "back", "/admin/shares?state=any"));
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(late.body())
        .contains("was not done", "value=\"/admin/shares?state=any\"", "Sign in");
  }
}
