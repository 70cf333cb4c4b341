package io.switchboard.web.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AskTogetherTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Test
  void whoComesDuringAQuestionSharesTheNextOne() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger questions = new AtomicInteger();
    AskTogether<String, Integer> together =
        new AskTogether<>(
            key -> {
              int number = questions.incrementAndGet();
              asked.countDown();
              if (number == 1) {
                try {
                  goOn.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }
              return number;
            });
    Future<Integer> first = threads.submit(() -> together.ask("x"));
    asked.await();
    Set<Integer> answers = ConcurrentHashMap.newKeySet();
    List<Thread> later = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      later.add(Thread.ofVirtual().start(() -> answers.add(together.ask("x"))));
    }
    await().until(() -> later.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
    goOn.countDown();
    assertThat(first.get()).isEqualTo(1);
    for (Thread one : later) {
      one.join();
    }
    assertThat(answers).containsExactly(2);
    assertThat(questions.get()).isEqualTo(2);
    assertThat(together.ask("x")).isEqualTo(questions.get());
  }

  @Test
  void nobodyGetsAnAnswerThatIsOlderThanTheirQuestion() throws Exception {
    AtomicLong truth = new AtomicLong();
    AskTogether<String, Long> together = new AskTogether<>(key -> truth.get());
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(
          threads.submit(
              () -> {
                for (int n = 0; n < 500; n++) {
                  long before = truth.incrementAndGet();
                  if (together.ask("x") < before) {
                    return false;
                  }
                }
                return true;
              }));
    }
    for (Future<Boolean> one : all) {
      assertThat(one.get()).isTrue();
    }
  }

  @Test
  void aFailureIsEverybodysAndIsOver() {
    AtomicInteger questions = new AtomicInteger();
    AskTogether<String, Integer> together =
        new AskTogether<>(
            key -> {
              if (questions.incrementAndGet() == 1) {
                throw new IllegalStateException("down");
              }
              return 7;
            });
    assertThatThrownBy(() -> together.ask("x")).isInstanceOf(IllegalStateException.class);
    assertThat(together.ask("x")).isEqualTo(7);
  }
}
