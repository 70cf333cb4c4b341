package io.switchboard.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The outbox with a platform that answers as it is told. */
@Timeout(240)
class OutboxTest {
  private static final PlaceId PLACE = new PlaceId("toy:1");
  private static final MessageId MESSAGE = new MessageId("toy:1/1");
  private static final Supplier<Reply> NOTHING = () -> Reply.of(new Document(List.of()));

  private final Queue<Delivery> answers = new ConcurrentLinkedQueue<>();
  private final Queue<String> calls = new ConcurrentLinkedQueue<>();
  private volatile List<Rate> rates = List.of(new Rate("place", 5, Duration.ofMillis(500)));
  private volatile CountDownLatch held = new CountDownLatch(0);
  private final Outbox outbox = new Outbox(new Messengers(List.of(new Toy())));

  private final class Toy implements Messenger {
    @Override
    public String platform() {
      return "toy";
    }

    @Override
    public List<Document> cut(Document whole) {
      return List.of(whole);
    }

    @Override
    public Delivery send(Destination to, Reply reply, String nonce) {
      return answer("send " + nonce);
    }

    @Override
    public Delivery edit(MessageId message, Reply reply) {
      return answer("edit");
    }

    @Override
    public Delivery delete(MessageId message) {
      return answer("delete");
    }

    @Override
    public void typing(PlaceId place) {
      calls.add("typing");
    }

    @Override
    public List<Rate> rates(PlaceId place) {
      return rates;
    }

    private Delivery answer(String call) {
      calls.add(call);
      try {
        held.await();
      } catch (InterruptedException e) {
        return new Delivery.Failed("interrupted");
      }
      Delivery answer = answers.poll();
      return answer == null ? new Delivery.Delivered(MESSAGE) : answer;
    }
  }

  @Test
  void sendsAtOnceWhenFree() {
    rates = List.of(new Rate("place", 5, Duration.ofMinutes(5)));
    assertThat(outbox.send(Priority.REPLY, Destination.in(PLACE), NOTHING, "n"))
        .isEqualTo(new Delivery.Delivered(MESSAGE));
    assertThat(outbox.delete(PLACE, MESSAGE)).isEqualTo(new Delivery.Delivered(MESSAGE));
    assertThat(calls).containsExactly("send n", "delete");
  }

  @Test
  void waitsForTheBudget() {
    long start = System.nanoTime();
    for (int i = 0; i < 11; i++) {
      outbox.send(Priority.REPLY, Destination.in(PLACE), NOTHING, "n" + i);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(1000), Duration.ofSeconds(60));
  }

  @Test
  void waitsOutARefusalForTooManyCalls() {
    answers.add(new Delivery.Throttled(Duration.ofMillis(700)));
    long start = System.nanoTime();
    assertThat(outbox.edit(Priority.FINAL, PLACE, MESSAGE, NOTHING))
        .isInstanceOf(Delivery.Delivered.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(700), Duration.ofSeconds(60));
    assertThat(calls).hasSize(2);
  }

  @Test
  void triesAFailureAgain() {
    answers.add(new Delivery.Failed("once"));
    assertThat(outbox.send(Priority.REPLY, Destination.in(PLACE), NOTHING, "n"))
        .isInstanceOf(Delivery.Delivered.class);
    assertThat(calls).containsExactly("send n", "send n");
  }

  @Test
  void doesNotInsistOnAGrowingAnswer() {
    answers.add(new Delivery.Failed("once"));
    assertThat(outbox.edit(Priority.GROWING, PLACE, MESSAGE, NOTHING))
        .isInstanceOf(Delivery.Failed.class);
    answers.add(new Delivery.Throttled(Duration.ofMillis(10)));
    assertThat(outbox.edit(Priority.GROWING, PLACE, MESSAGE, NOTHING))
        .isInstanceOf(Delivery.Failed.class);
    assertThat(calls).hasSize(2);
  }

  @Test
  void whatIsGoneIsGone() {
    answers.add(new Delivery.Gone("deleted"));
    assertThat(outbox.edit(Priority.FINAL, PLACE, MESSAGE, NOTHING))
        .isEqualTo(new Delivery.Gone("deleted"));
    assertThat(outbox.edit(Priority.FINAL, new PlaceId("other:1"), MESSAGE, NOTHING))
        .isInstanceOf(Delivery.Gone.class);
  }

  /** On a thread of its own: the common pool has but one on a machine with two cores. */
  private static CompletableFuture<Delivery> meanwhile(Supplier<Delivery> call) {
    return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
  }

  @Test
  void theNewestTextGoesOut() throws Exception {
    rates = List.of(new Rate("place", 1, Duration.ofMillis(400)));
    AtomicReference<String> text = new AtomicReference<>("old");
    List<String> shown = new ArrayList<>();
    outbox.edit(Priority.GROWING, PLACE, MESSAGE, NOTHING);
    var edit =
        meanwhile(
            () ->
                outbox.edit(
                    Priority.GROWING,
                    PLACE,
                    MESSAGE,
                    () -> {
                      shown.add(text.get());
                      return NOTHING.get();
                    }));
    text.set("new");
    assertThat(edit.get()).isInstanceOf(Delivery.Delivered.class);
    assertThat(shown).containsExactly("new");
  }

  @Test
  void theFinalTextWaitsForTheEditOnItsWayAndDropsTheRest() throws Exception {
    held = new CountDownLatch(1);
    var growing = meanwhile(() -> outbox.edit(Priority.GROWING, PLACE, MESSAGE, NOTHING));
    await().until(() -> calls.size() == 1);
    var waiting = meanwhile(() -> outbox.edit(Priority.GROWING, PLACE, MESSAGE, NOTHING));
    await().pollDelay(Duration.ofMillis(50)).until(() -> true);
    var last = meanwhile(() -> outbox.edit(Priority.FINAL, PLACE, MESSAGE, NOTHING));
    assertThat(waiting.get()).isInstanceOf(Delivery.Failed.class);
    assertThat(calls).hasSize(1);
    held.countDown();
    assertThat(growing.get()).isInstanceOf(Delivery.Delivered.class);
    assertThat(last.get()).isInstanceOf(Delivery.Delivered.class);
    assertThat(calls).hasSize(2);
  }

  private Delivery interruptedAfter(Delivery first) throws Exception {
    answers.add(first);
    CompletableFuture<Delivery> result = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .start(() -> result.complete(outbox.edit(Priority.FINAL, PLACE, MESSAGE, NOTHING)));
    await().until(() -> !calls.isEmpty());
    thread.interrupt();
    return result.get();
  }

  @Test
  void anInterruptEndsTheWaiting() throws Exception {
    assertThat(interruptedAfter(new Delivery.Throttled(Duration.ofMinutes(5))))
        .isEqualTo(new Delivery.Failed("interrupted", false));
  }

  @Test
  void whatATryMayHaveDoneMayHaveBeenDoneInTheEnd() {
    answers.add(new Delivery.Failed("no answer"));
    for (int i = 0; i < 4; i++) {
      answers.add(new Delivery.Failed("nobody listens there", false));
    }
    answers.add(new Delivery.Failed("nobody listens there", false));
    assertThat(outbox.send(Priority.REPLY, Destination.in(PLACE), NOTHING, "n"))
        .isEqualTo(new Delivery.Failed("nobody listens there", true));
    assertThat(outbox.once(Priority.REPLY, PLACE, "n", messenger -> answers.remove()))
        .isEqualTo(new Delivery.Failed("nobody listens there", false));
  }

  @Test
  void typingTakesOnlyWhatIsSpare() {
    outbox.typing(PLACE);
    assertThat(calls).containsExactly("typing");
    for (int i = 0; i < 4; i++) {
      outbox.edit(Priority.REPLY, PLACE, MESSAGE, NOTHING);
    }
    calls.clear();
    outbox.typing(PLACE);
    assertThat(calls).isEmpty();
  }

  @Test
  void manyAtOnceAllGetThrough() {
    List<CompletableFuture<Delivery>> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String nonce = "n" + i;
      CompletableFuture<Delivery> one = new CompletableFuture<>();
      all.add(one);
      Thread.ofVirtual()
          .start(
              () ->
                  one.complete(outbox.send(Priority.REPLY, Destination.in(PLACE), NOTHING, nonce)));
    }
    assertThat(all).allSatisfy(one -> assertThat(one.get()).isInstanceOf(Delivery.Delivered.class));
    assertThat(calls).hasSize(60);
  }
}
