package io.switchboard.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.Database;
import io.switchboard.db.FillingDisk;
import io.switchboard.db.TestDatabases;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is said to be known already is not delivered again: so it is on disk, or not said. */
@ResourceLock(FillingDisk.LOCK)
class SeenOnAFullDiskTest {
  @TempDir Path folder;

  @AfterEach
  void room() {
    FillingDisk.full(false);
  }

  private String url() {
    TestDatabases.open("jdbc:h2:file:" + folder.resolve("db")).close();
    return FillingDisk.url(folder.resolve("db").toString());
  }

  @Test
  void aQuestionThatComesAgainIsNotSaidToBeThere() {
    try (Database database = TestDatabases.open(url());
        QueueFixture f = new QueueFixture(database, LimitSettings.DEFAULTS)) {
      Submission question = QueueFixture.question("once", 1, "lane", 10);
      assertThat(f.queue.submit(question)).isInstanceOf(Admission.Queued.class);
      FillingDisk.full(true);
      // What still finds room within the file is on disk, and may be said to be there.
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> f.queue.submit(question))
                      .isInstanceOf(RuntimeException.class));
      FillingDisk.full(false);
      await().ignoreExceptions().until(() -> seen(f.queue.submit(question)));
    }
  }

  private static boolean seen(Admission admission) {
    return admission instanceof Admission.AlreadySeen;
  }
}
