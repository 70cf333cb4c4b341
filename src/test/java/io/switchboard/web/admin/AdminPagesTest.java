package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /admin} shows and does, over HTTP. */
class AdminPagesTest {
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

  @Test
  void whatWasDoneIsTakenBackByAButton() {
    String ada = board.signIn("ada");
    board.act(ada, "do", "member", "verb", "ban", "who", "sandbox:ben");
    String page = board.audit(ada);
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
  void whatWhoeverIsBannedLeftOpenIsEndedByButtons() {
    String ada = board.signIn("ada");
    assertThat(board.get("/admin/members?q=ben", ada).body()).doesNotContain("End all their links");
    board.act(ada, "do", "member", "verb", "ban", "who", "sandbox:ben");
    assertThat(board.get("/admin/members?q=ben", ada).body())
        .contains("Withdraw all their posts", "End all their links")
        .contains("name=\"more\" value=\"posts\"", "name=\"more\" value=\"links\"");
    assertThat(board.act(ada, "do", "member", "verb", "ban", "who", "sandbox:ben", "more", "posts"))
        .contains("no post that could be withdrawn");
    assertThat(board.act(ada, "do", "member", "verb", "ban", "who", "sandbox:ben", "more", "links"))
        .contains("no live link");
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
    assertThat(board.audit(ada)).contains("limit set", "member stop", "request " + number);
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
