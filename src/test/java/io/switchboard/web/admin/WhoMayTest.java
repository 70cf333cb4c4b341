package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.member.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see and do what at {@code /admin}: a stranger, a member, a moderator, another site. */
class WhoMayTest {
  private static final List<String> FOR_MODERATORS =
      List.of("/admin", "/admin/members", "/admin/members/1", "/admin/posts");
  private static final List<String> FOR_ADMINS =
      List.of(
          "/admin/audit",
          "/admin/shares",
          "/admin/statistics",
          "/admin/statistics.csv",
          "/admin/logs",
          "/admin/live/logs");

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
    List<String> all = new ArrayList<>(FOR_MODERATORS);
    all.addAll(FOR_ADMINS);
    all.add("/admin/live");
    all.add("/admin/live/members/1");
    for (String path : all) {
      HttpResponse<String> page = board.get(path, ben);
      assertThat(page.statusCode()).as(path).isEqualTo(404);
      assertThat(page.body()).as(path).isEqualTo(unknown.body());
      assertThat(board.audit(ada)).contains("<code>refused</code> GET " + path + "</p>");
    }
    for (String command :
        List.of("limit", "member", "account", "community", "revoke", "logs", "undo", "nonsense")) {
      Map<String, String> form =
          board.fields(ben, "do", command, "verb", "set", "who", "sandbox:ben", "more", "9999/day");
      assertThat(board.form("/admin/act", ben, form).statusCode()).as(command).isEqualTo(404);
    }
    assertThat(board.audit(ada)).contains("POST /admin/act").doesNotContain("limit set");
  }

  @Test
  void aModeratorSeesAndDoesWhatModeratorsMay() {
    String ada = board.signIn("ada");
    board.say("chloe", "/help");
    String ben = board.moderator(ada);
    FOR_MODERATORS.forEach(p -> assertThat(board.get(p, ben).statusCode()).as(p).isEqualTo(200));
    FOR_ADMINS.forEach(p -> assertThat(board.get(p, ben).statusCode()).as(p).isEqualTo(404));
    assertThat(board.get("/admin/members", ben).body()).doesNotContain("New limit", "30 questions");
    assertThat(board.get("/admin", ben).body()).doesNotContain("Accounts");
    for (String command : List.of("limit", "account", "revoke", "logs", "ask", "forgetme")) {
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
    assertThat(board.get("/admin/members?q=chlo", ben).body())
        .contains("Withdraw all their posts")
        .doesNotContain("End all their links");
    assertThat(
            board.act(ben, "do", "member", "verb", "ban", "who", "sandbox:chloe", "more", "links"))
        .contains("Only admins may do that");
    assertThat(board.audit(ada))
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
    assertThat(board.audit(ada)).contains("foreign form").doesNotContain("limit set");
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
    assertThat(board.audit(ada)).contains("limit set");
  }

  @Test
  void everyPageIsInTheTable() {
    List<String> all = new ArrayList<>(FOR_MODERATORS);
    all.addAll(FOR_ADMINS);
    for (Section section : Section.values()) {
      String path = section.path().replace("{id}", "1");
      assertThat(all).contains(path);
      assertThat(FOR_MODERATORS.contains(path))
          .as(path)
          .isEqualTo(section.least() == Role.MODERATOR);
    }
  }

  @Test
  void whoeverIsKeptOutIsOutOfEverythingAtOnce() {
    String ada = board.signIn("ada");
    for (String kept : List.of("pause", "ban")) {
      String ben = board.moderator(ada);
      Map<String, String> form =
          board.fields(ben, "do", "member", "verb", "pause", "who", "sandbox:chloe");
      assertThat(board.get("/admin", ben).statusCode()).isEqualTo(200);
      List<String> heard = new CopyOnWriteArrayList<>();
      CompletableFuture<Void> live = board.listen("/admin/live", ben, heard);
      await().until(() -> heard.contains("event: queue"));
      assertThat(board.act(ada, "do", "member", "verb", kept, "who", "sandbox:ben"))
          .contains("Ben is");
      for (String path : List.of("/admin", "/admin/members", "/admin/posts", "/admin/live")) {
        assertThat(board.get(path, ben).statusCode()).as(kept + " " + path).isEqualTo(404);
      }
      assertThat(board.form("/admin/act", ben, form).statusCode()).as(kept).isIn(403, 404);
      live.orTimeout(60, TimeUnit.SECONDS).join();
      board.act(ada, "do", "member", "verb", "resume", "who", "sandbox:ben");
    }
    assertThat(board.audit(ada)).doesNotContain("Chloé is paused");
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
}
