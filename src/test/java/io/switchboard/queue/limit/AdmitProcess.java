package io.switchboard.queue.limit;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A process of its own that asks very often at once, and prints how often it was let in. */
final class AdmitProcess {
  static final int ALLOWED = 100;

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Place PLACE = new Place(new PlaceId("x:1"), Place.Kind.GROUP, "", List.of());

  private AdmitProcess() {}

  /**
   * Asks.
   *
   * @param arguments the database, the process's name, how often
   */
  public static void main(String[] arguments) throws Exception {
    try (Database database = TestDatabases.open(arguments[0])) {
      System.out.println(admitted(database, arguments[1], Integer.parseInt(arguments[2])));
    }
  }

  static long admitted(Database database, String name, int submissions) throws Exception {
    LimitRules rules =
        new LimitRules(List.of(Limit.parse(ALLOWED + "/hour")), null, null, null, null, null, null);
    Limits limits = new Limits(database, () -> NOW, new LimitSettings(rules, Map.of(), Map.of()));
    RequestQueue queue = new RequestQueue(database, () -> NOW, name, limits);
    Asker asker = new Asker(new MemberId(1), Set.of(), PLACE);
    List<Callable<Admission>> all =
        IntStream.range(0, submissions)
            .<Callable<Admission>>mapToObj(
                i ->
                    () ->
                        queue.submit(
                            new Submission(
                                name + i,
                                asker,
                                Destination.in(PLACE.id()),
                                name + "lane" + i % 7,
                                new Submission.Size(1, 1),
                                "")))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long admitted = 0;
      for (Future<Admission> future : threads.invokeAll(all)) {
        // What a submission threw is thrown on, with its cause, and not hidden.
        admitted += future.get() instanceof Admission.Queued ? 1 : 0;
      }
      return admitted;
    }
  }
}
