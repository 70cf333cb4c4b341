package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see and do what at {@code /admin}, tried over HTTP. */
class AdminPagesTest {
  private static final List<String> FOR_MODERATORS =
      List.of("/admin", "/admin/members", "/admin/members/1");
  private static final List<String> FOR_ADMINS = List.of("/admin/audit");

  @TempDir Path folder;
  private Board board;

  @BeforeEach
  void open() {
    board = new Board(folder, "limits: {default: {requests: [30/hour], running: 1}}");
  }

  @AfterEach
  void close() {
    board.close();
  }

  private String moderator(String admin) {
    assertThat(
            board.act(
                admin, "do", "member", "verb", "role", "who", "sandbox:ben", "more", "moderator"))
        .contains("Ben is a moderator");
    return board.signIn("ben");
  }

  private String audit(String admin) {
    return board.get("/admin/audit", admin).body();
  }

  @Test
  void whoeverIsNotSignedInIsAskedToAndComesBack() {
    for (String path :
        List.of("/admin", "/admin/members?q=a", "/admin/audit", "/admin/members/9")) {
      HttpResponse<String> page = board.get(path, "");
      assertThat(page.statusCode()).as(path).isEqualTo(404);
      assertThat(page.body()).contains("Sign in", "value=\"" + path + "\"").doesNotContain("Ada");
    }
    assertThat(board.get("/admin/live", "").statusCode()).isEqualTo(404);
    assertThat(board.form("/admin/act", "", Map.of("do", "member")).statusCode()).isEqualTo(403);
    String foreign =
        board.form("/admin/sign-in", "", Map.of("back", "https://evil.example/")).body();
    assertThat(foreign).contains("/login ").doesNotContain("evil");
    String ada = board.signIn("ada");
    assertThat(board.get("/admin", ada).body()).contains("Overview", "Owner", "Ada");
  }

  @Test
  void toAMemberThesePagesDoNotExistAndEachTryIsWrittenDown() {
    String ada = board.signIn("ada");
    String ben = board.signIn("ben");
    HttpResponse<String> unknown = board.get("/nothing-here", ben);
    List<String> all = new java.util.ArrayList<>(FOR_MODERATORS);
    all.addAll(FOR_ADMINS);
    all.add("/admin/live");
    all.add("/admin/live/members/1");
    for (String path : all) {
      HttpResponse<String> page = board.get(path, ben);
      assertThat(page.statusCode()).as(path).isEqualTo(404);
      assertThat(page.body()).as(path).isEqualTo(unknown.body());
      assertThat(audit(ada)).contains("<code>refused</code> GET " + path + "</p>");
    }
    for (String command : List.of("limit", "member", "account", "community", "nonsense")) {
      Map<String, String> form =
          board.fields(ben, "do", command, "verb", "set", "who", "sandbox:ben", "more", "9999/day");
      assertThat(board.form("/admin/act", ben, form).statusCode()).as(command).isEqualTo(404);
    }
    assertThat(audit(ada)).contains("POST /admin/act").doesNotContain("limit set");
  }

  @Test
  void whatWasDoneIsTakenBackByAButton() {
    String ada = board.signIn("ada");
    board.act(ada, "do", "member", "verb", "ban", "who", "sandbox:ben");
    String page = audit(ada);
    assertThat(page).contains("member ban", "Undo");
    String number =
        Board.found(
            "name=\"do\" value=\"undo\">\\s*<input[^>]*verb[^>]*>\\s*<input[^>]*name=\"more\""
                + " value=\"(\\d+)\"",
            page);
    String after = board.act(ada, "do", "undo", "verb", "", "more", number, "back", "/admin/audit");
    assertThat(after).contains("undone");
    assertThat(board.get("/admin/members?q=ben", ada).body()).doesNotContain("banned");
  }

  @Test
  void aModeratorSeesAndDoesWhatModeratorsMay() {
    String ada = board.signIn("ada");
    board.say("chloe", "/help");
    String ben = moderator(ada);
    FOR_MODERATORS.forEach(p -> assertThat(board.get(p, ben).statusCode()).as(p).isEqualTo(200));
    FOR_ADMINS.forEach(p -> assertThat(board.get(p, ben).statusCode()).as(p).isEqualTo(404));
    assertThat(board.get("/admin/members", ben).body()).doesNotContain("New limit", "30 questions");
    assertThat(board.get("/admin", ben).body()).doesNotContain("Accounts");
    for (String command : List.of("limit", "account", "ask", "forgetme")) {
      Map<String, String> form =
          board.fields(ben, "do", command, "verb", "set", "who", "sandbox:ben", "more", "9999/day");
      int status = board.form("/admin/act", ben, form).statusCode();
      assertThat(status).as(command).isEqualTo(404);
    }
    assertThat(
            board.act(ben, "do", "member", "verb", "role", "who", "sandbox:chloe", "more", "admin"))
        .contains("only owners make admins");
    assertThat(board.act(ben, "do", "member", "verb", "ban", "who", "sandbox:chloe"))
        .contains("Chloé is banned");
    assertThat(audit(ada))
        .contains("member ban", "GET /admin/audit", "/limit /admin/act")
        .doesNotContain("limit set");
  }

  @Test
  void aFormIsHeardFromOurPagesOnly() {
    String ada = board.signIn("ada");
    Map<String, String> form =
        board.fields(ada, "do", "limit", "verb", "set", "who", "sandbox:ben", "more", "1/day");
    String type = "application/x-www-form-urlencoded";
    String good = Board.encoded(form);
    String other =
        good.replaceFirst("proof=[0-9a-f]+", "proof=" + board.proof(board.signIn("ada")));
    String none = good.replaceFirst("proof=[0-9a-f]+&", "");
    assertThat(board.post("/admin/act", ada, none, type).statusCode()).isEqualTo(403);
    assertThat(board.post("/admin/act", ada, other, type).statusCode()).isEqualTo(403);
    for (String site : List.of("cross-site", "same-site", "none", "whatever")) {
      assertThat(board.post("/admin/act", ada, good, type, "Sec-Fetch-Site", site).statusCode())
          .isEqualTo(403);
    }
    assertThat(
            board
                .post("/admin/act", ada, good, type, "Origin", "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(board.post("/admin/act", ada, good, "text/plain").statusCode()).isEqualTo(403);
    assertThat(board.get("/admin/act?" + good, ada).statusCode()).isEqualTo(405);
    assertThat(audit(ada)).contains("foreign form").doesNotContain("limit set");
    assertThat(
            board
                .post(
                    "/admin/act",
                    ada,
                    good,
                    type,
                    "Sec-Fetch-Site",
                    "same-origin",
                    "Origin",
                    "null")
                .statusCode())
        .isEqualTo(303);
    assertThat(audit(ada)).contains("limit set");
  }

  @Test
  void anActIsTheCommandWithItsWordsItsRecordAndItsEffectInTheChat() {
    String ada = board.signIn("ada");
    String page =
        board.act(
            ada,
            "do",
            "limit",
            "verb",
            "set",
            "who",
            "sandbox:ben",
            "more",
            "1/day",
            "back",
            "/admin/members?q=ben");
    assertThat(page)
        .contains("The limit of Ben is now 1 question per day", "0 of 1 question per day");
    assertThat(
            board.act(ada, "do", "limit", "verb", "set", "who", "sandbox:ben", "more", "nonsense"))
        .contains("nonsense");
    board.say("ben", "hello");
    board.awaitChat("ben", "Try again");
    board.say("ben", "hello again");
    board.awaitChat("ben", "used up");
    board.say("chloe", "slow");
    await().until(() -> board.get("/admin", ada).body().contains("name=\"more\" value="));
    String queue = board.get("/admin", ada).body();
    assertThat(queue).contains("Chloé", "Answered by");
    String number =
        Board.found(
            "value=\"stop\">\\s*<input[^>]*>\\s*<input type=\"hidden\" name=\"more\""
                + " value=\"(\\d+)\"",
            queue);
    assertThat(
            board.act(ada, "do", "member", "verb", "stop", "who", "sandbox:chloe", "more", number))
        .contains("one question is no longer answered");
    board.awaitChat("chloe", "An admin ended this question");
    assertThat(audit(ada)).contains("limit set", "member stop", "request " + number);
  }

  @Test
  void whatACommandSaidIsShownOnceAndToWhoGaveItAlone() {
    String ada = board.signIn("ada");
    String other = board.signIn("ada");
    HttpResponse<String> done =
        board.form(
            "/admin/act",
            ada,
            board.fields(
                ada,
                "do",
                "member",
                "verb",
                "show",
                "who",
                "sandbox:ben",
                "back",
                "https://evil.example/"));
    String back = done.headers().firstValue("Location").orElseThrow();
    assertThat(back).startsWith("/admin?note=");
    assertThat(board.get(back, other).body()).doesNotContain("accounts: ");
    assertThat(board.get(back, ada).body()).contains("accounts: ");
    assertThat(board.get(back, ada).body()).doesNotContain("accounts: ");
  }

  @Test
  void whoeverIsMadeLessIsOutAtOnceAndSoIsTheirLivePage() {
    String ada = board.signIn("ada");
    String ben = moderator(ada);
    List<String> heard = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> stream = listen("/admin/live", ben, heard);
    await().until(() -> heard.contains("event: queue"));
    board.act(ada, "do", "member", "verb", "role", "who", "sandbox:ben", "more", "member");
    assertThat(board.get("/admin", ben).body()).contains("Sign in").doesNotContain("Queue");
    await().atMost(Duration.ofSeconds(10)).until(stream::isDone);
    assertThat(heard).contains("event: end", "data: out");
  }

  @Test
  void aLivePageIsToldWhatChangesAndOnlyThat() {
    String ada = board.signIn("ada");
    List<String> heard = new CopyOnWriteArrayList<>();
    listen("/admin/live", ada, heard);
    await().until(() -> heard.stream().filter(line -> line.startsWith("event: ")).count() >= 3);
    assertThat(heard).contains("event: queue", "event: accounts", "event: today");
    int before = heard.size();
    board.say("chloe", "slow");
    await().until(() -> heard.stream().skip(before).anyMatch(line -> line.contains("Chloé")));
  }

  @Test
  void livePagesAreFew() {
    String ada = board.signIn("ada");
    List<List<String>> all = new java.util.ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<String> heard = new CopyOnWriteArrayList<>();
      all.add(heard);
      listen("/admin/live", ada, heard);
      await().until(() -> heard.contains("event: queue"));
    }
    await().until(() -> all.stream().filter(heard -> heard.contains("data: over")).count() == 2);
    assertThat(board.get("/admin/live/members", ada).statusCode()).isEqualTo(404);
  }

  private CompletableFuture<Void> listen(String path, String cookie, List<String> heard) {
    return board
        .client()
        .sendAsync(
            board.request(path, cookie).build(),
            java.net.http.HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(heard)))
        .thenAccept(done -> assertThat(done.statusCode()).isEqualTo(200));
  }

  @Test
  void aPlatformsRoleCountsForSomeHoursOnly() {
    String ada = board.signIn("ada");
    board.later(Duration.ofHours(11));
    assertThat(board.get("/admin", ada).statusCode()).isEqualTo(200);
    board.later(Duration.ofHours(2));
    assertThat(board.get("/admin", ada).statusCode()).isEqualTo(404);
    assertThat(board.get("/admin", board.signIn("ada")).statusCode()).isEqualTo(200);
  }

  @Test
  void browsersAreToldToKeepNothingAndRunNothingOfOthers() {
    HttpResponse<String> page = board.get("/admin", board.signIn("ada"));
    var headers = page.headers();
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<script>", " style=", " onclick");
  }

  @Test
  void aStrangeNumberOrPlaceIsNoPage() {
    String ada = board.signIn("ada");
    for (String path :
        List.of(
            "/admin/members/99999",
            "/admin/members/x",
            "/admin/members/-1",
            "/admin/members/999999999999999999999",
            "/admin/live/members/4711")) {
      assertThat(board.get(path, ada).statusCode()).as(path).isEqualTo(404);
    }
    for (String query :
        List.of(
            "from=x",
            "from=t0.1&before=zzz",
            "from=o1.99999999999999999",
            "from=t7ff8000000000000.1",
            "from=t-8000000000000000.1")) {
      assertThat(board.get("/admin?" + query, ada).statusCode()).as(query).isEqualTo(200);
    }
    assertThat(board.get("/admin/members?q=%25_!%00%27--", ada).body())
        .contains("Nobody is called");
  }
}
