package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of {@code /admin} that follow what happens. */
class LivePagesTest {
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
  void whoeverIsMadeLessIsOutAtOnceAndSoIsTheirLivePage() {
    String ada = board.signIn("ada");
    String ben = board.moderator(ada);
    List<String> heard = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> stream = board.listen("/admin/live", ben, heard);
    await().until(() -> heard.contains("event: queue"));
    board.act(ada, "do", "member", "verb", "role", "who", "sandbox:ben", "more", "member");
    assertThat(board.get("/admin", ben).body()).contains("Sign in").doesNotContain("Queue");
    await().atMost(Duration.ofMinutes(4)).until(stream::isDone);
    assertThat(heard).contains("event: end", "data: out");
  }

  @Test
  void aLivePageIsToldWhatChangesAndOnlyThat() {
    String ada = board.signIn("ada");
    List<String> heard = new CopyOnWriteArrayList<>();
    board.listen("/admin/live", ada, heard);
    await()
        .until(() -> heard.containsAll(List.of("event: queue", "event: accounts", "event: today")));
    int before = heard.size();
    board.say("chloe", "slow");
    await().until(() -> heard.stream().skip(before).anyMatch(line -> line.contains("Chloé")));
  }

  @Test
  void livePagesAreFew() {
    String ada = board.signIn("ada");
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<String> heard = new CopyOnWriteArrayList<>();
      all.add(heard);
      board.listen("/admin/live", ada, heard);
      await().until(() -> heard.contains("event: queue"));
    }
    await().until(() -> all.stream().filter(heard -> heard.contains("data: over")).count() == 2);
    assertThat(board.get("/admin/live/members", ada).statusCode()).isEqualTo(404);
  }
}
