package io.switchboard.web.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.share.Published;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Pages kept in several processes that share a PostgreSQL. */
class SeveralServersTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aRevokedPageIsGoneAtOnceEverywhereEvenWhileManyRead() throws Exception {
    try (Database one = TestDatabases.postgres();
        House here = new House(one);
        House there = new House(one);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      MemberId ada = here.member();
      for (int round = 0; round < 5; round++) {
        Published.Live live = here.publish(ada);
        AtomicBoolean revoked = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          URI page = (i % 2 == 0 ? here : there).at(live.path());
          readers.add(threads.submit(() -> read(page, revoked, over)));
        }
        // Everybody has read it from what is kept before it goes.
        for (int i = 0; i < 40; i++) {
          assertThat(status(there.at(live.path()))).isEqualTo(200);
        }
        assertThat(here.sharing.revoke(live.id(), ada)).isTrue();
        revoked.set(true);
        assertThat(status(there.at(live.path()))).isIn(404, 429);
        over.set(true);
        for (Future<Integer> reader : readers) {
          assertThat(reader.get()).isZero();
        }
      }
    }
  }

  @Test
  void everyViewIsCounted() throws Exception {
    try (Database one = TestDatabases.postgres();
        House here = new House(one);
        House there = new House(one)) {
      MemberId ada = here.member();
      Published.Live live = here.publish(ada);
      for (int i = 0; i < 30; i++) {
        assertThat(status((i % 3 == 0 ? here : there).at(live.path()))).isEqualTo(200);
      }
      here.sharing.sweep();
      there.sharing.sweep();
      assertThat(here.sharing.looking().all(ada).getFirst().views()).isEqualTo(30);
    }
  }

  /** How often a page was shown to a request that began after the end. */
  private int read(URI page, AtomicBoolean revoked, AtomicBoolean over) throws Exception {
    int late = 0;
    while (!over.get()) {
      boolean gone = revoked.get();
      if (status(page) == 200 && gone) {
        late++;
      }
    }
    return late;
  }

  private int status(URI page) throws Exception {
    HttpResponse<Void> answer =
        client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
    return answer.statusCode();
  }
}
