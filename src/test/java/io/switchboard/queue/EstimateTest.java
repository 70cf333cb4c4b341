package io.switchboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.TestDatabases;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How far off it is when a request is said to start, replayed with stepped time: loads that come
 * and go, and answers that take as long as they take. Figures are printed.
 */
class EstimateTest {
  private static final int SLOTS = 4;
  private static final int REQUESTS = 500;

  /** How long answers take, and how people come. */
  enum Load {
    /** All take about as long. */
    EVEN(random -> 8 + 4 * random.nextDouble(), 2.0),
    /** Few are very long. */
    LONG_TAIL(random -> 8 * Math.exp(random.nextGaussian() * 0.8 - 0.32), 2.0),
    /** Many at once, then nobody. */
    BURSTS(random -> 8 * Math.exp(random.nextGaussian() * 0.5 - 0.125), 0);

    private final ToDoubleFunction<Random> service;

    /** Seconds between two; 0 for crowds. */
    private final double apart;

    Load(ToDoubleFunction<Random> service, double apart) {
      this.service = service;
      this.apart = apart;
    }

    double untilNext(Random random, int number) {
      if (apart > 0) {
        return -Math.log(1 - random.nextDouble()) * apart;
      }
      return number % 40 == 0 ? 90 : 0.1;
    }
  }

  private record Running(RequestId request, Instant ends) {}

  private record Said(Duration startsIn, Instant at) {}

  @ParameterizedTest
  @EnumSource
  void theStartIsForeseenWell(Load load) {
    try (QueueFixture f = new QueueFixture(TestDatabases.h2(), QueueFixture.unlimited())) {
      List<Double> ratios = replay(f, load);
      List<Double> errors = ratios.stream().map(r -> Math.abs(Math.log(r))).sorted().toList();
      double median = Math.exp(errors.get(errors.size() / 2));
      double ninety = Math.exp(errors.get(errors.size() * 9 / 10));
      double bias = ratios.stream().sorted().toList().get(ratios.size() / 2);
      System.out.printf(
          "start estimate, %s: of %d waits over 5 s, half were within a factor of %.2f, nine of ten"
              + " within %.2f; median said/true %.2f%n",
          load, ratios.size(), median, ninety, bias);
      assertThat(ratios).hasSizeGreaterThan(100);
      assertThat(median).isLessThan(1.5);
      assertThat(bias).isBetween(0.75, 1.33);
    }
  }

  /** What was said, divided by what came true. */
  private static List<Double> replay(QueueFixture f, Load load) {
    Random random = new Random(7);
    PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparing(Running::ends));
    Map<RequestId, Said> said = new HashMap<>();
    List<Double> ratios = new ArrayList<>();
    f.claim(SLOTS);
    Instant next = f.now();
    for (int asked = 0; asked < REQUESTS || !running.isEmpty(); ) {
      boolean comes =
          asked < REQUESTS && (running.isEmpty() || next.isBefore(running.element().ends()));
      if (comes) {
        f.pass(Duration.between(f.now(), next));
        Admission.Queued queued =
            (Admission.Queued)
                f.queue.submit(
                    QueueFixture.question(1 + random.nextInt(25), "estimate" + load + asked, 100));
        Position position = queued.position();
        if (position.startsIn() != null && asked > 40) {
          said.put(queued.id(), new Said(position.startsIn(), f.now()));
        }
        asked++;
        next = f.now().plusNanos((long) (load.untilNext(random, asked) * 1e9));
      } else {
        Running first = running.remove();
        f.pass(Duration.between(f.now(), first.ends()));
        f.queue.finish(first.request(), new Ending.Answered(50, 50));
      }
      for (var started = f.claim(SLOTS); started.isPresent(); started = f.claim(SLOTS)) {
        double seconds = load.service.applyAsDouble(random);
        running.add(new Running(started.get(), f.now().plusNanos((long) (seconds * 1e9))));
        Said before = said.remove(started.get());
        if (before != null) {
          double wait = Duration.between(before.at(), f.now()).toMillis() / 1000.0;
          if (wait > 5) {
            ratios.add(Math.max(0.1, before.startsIn().toMillis() / 1000.0) / wait);
          }
        }
      }
    }
    return ratios;
  }
}
