package io.switchboard.telegram.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.NotNow;
import io.switchboard.chat.event.Reaction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;

/** What could not be stored is given again, with all that follows it. */
class StoringTest {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean away;
  private volatile long awayChat;
  private volatile String poison = "";
  private volatile boolean nothingNow;
  private final AtomicInteger tried = new AtomicInteger();

  /** Whoever comes in chat 5 waits until something came in chat 6. */
  private final CountDownLatch six = new CountDownLatch(1);

  private volatile boolean waiting;

  private final Inbox inbox =
      new Inbox() {
        @Override
        public void receive(Incoming incoming) {}

        @Override
        public void deleted(PlaceId place, MessageId message) {}

        @Override
        public void react(Reaction reaction) {
          String message = reaction.message().value();
          tried.incrementAndGet();
          if (nothingNow) {
            throw new NotNow(new IllegalStateException("away"));
          }
          if (message.equals(poison)) {
            throw new StackOverflowError();
          }
          if (away || message.startsWith("telegram:" + awayChat + "/")) {
            throw new IllegalStateException("away");
          }
          if (message.startsWith("telegram:6/")) {
            six.countDown();
          } else if (waiting) {
            try {
              six.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          heard.add(message);
        }
      };

  private final Storing storing =
      new Storing(
          new UpdateReader(
              new User(1L, "bot", true),
              null,
              null,
              InstantSource.system(),
              (chat, number) -> {},
              (m, a) -> false),
          inbox);

  private static List<Update> updates(int... ids) throws JsonProcessingException {
    return in(5, ids);
  }

  private static List<Update> in(long chat, int... ids) throws JsonProcessingException {
    List<Update> updates = new ArrayList<>();
    for (int id : ids) {
      updates.add(
          Storing.understood(
              """
              {"update_id": %d, "message_reaction": {
                "chat": {"id": %d, "type": "private", "first_name": "Ben"},
                "message_id": %d, "date": 1790000000,
                "user": {"id": 5, "is_bot": false, "first_name": "Ben"},
                "old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}]}}
              """
                  .formatted(id, chat, id)));
    }
    return updates;
  }

  @Test
  void whatCameOutOfOrderIsStoredInOrderAndOnce() throws JsonProcessingException {
    assertThat(storing.store(updates(12, 10, 11, 12))).isEmpty();
    assertThat(heard).containsExactly("telegram:5/10", "telegram:5/11", "telegram:5/12");
  }

  @Test
  void theOldestThatIsNotStoredIsGivenAgainWhateverCameBeforeIt() throws JsonProcessingException {
    away = true;
    Optional<Storing.Left> left = storing.store(updates(12, 10, 11, 12));
    assertThat(left).map(Storing.Left::update).contains(10);
    away = false;
    assertThat(storing.store(updates(10, 11, 12))).isEmpty();
    assertThat(heard).containsExactly("telegram:5/10", "telegram:5/11", "telegram:5/12");
  }

  @Test
  void aChatDoesNotWaitForAnotherAndKeepsItsOrder() throws JsonProcessingException {
    waiting = true;
    List<Update> all = new ArrayList<>(updates(10, 11));
    all.addAll(in(6, 12, 13));
    assertThat(storing.store(all)).isEmpty();
    assertThat(heard).containsSubsequence("telegram:5/10", "telegram:5/11");
    assertThat(heard).containsSubsequence("telegram:6/12", "telegram:6/13");
    assertThat(heard).hasSize(4);
  }

  @Test
  void whatFailsInOneChatIsGivenAgainAndOfTheOthersNothingIsStoredTwice()
      throws JsonProcessingException {
    awayChat = 5;
    List<Update> all = new ArrayList<>(updates(10, 11));
    all.addAll(in(6, 12, 13));
    assertThat(storing.store(all)).map(Storing.Left::update).contains(10);
    assertThat(heard).containsExactly("telegram:6/12", "telegram:6/13");
    awayChat = 0;
    assertThat(storing.store(all)).isEmpty();
    assertThat(heard)
        .containsExactly("telegram:6/12", "telegram:6/13", "telegram:5/10", "telegram:5/11");
  }

  @Test
  void anErrorIsLikeAnyFailureAndIsLeftOutWhenOthersAreStored() throws JsonProcessingException {
    poison = "telegram:5/10";
    for (int i = 0; i < 5; i++) {
      assertThat(storing.store(updates(10))).map(Storing.Left::update).contains(10);
    }
    assertThat(storing.store(updates(10, 11))).isEmpty();
    assertThat(heard).containsExactly("telegram:5/11");
  }

  @Test
  void oneThatFailsForLongKeepsAnotherChatWaitingForSecondsOnlyAndIsThenLeftOut()
      throws JsonProcessingException {
    awayChat = 5;
    for (int i = 0; i < 20; i++) {
      assertThat(storing.store(updates(10)).orElseThrow().pause())
          .isLessThan(Duration.ofSeconds(4));
    }
    List<Update> all = new ArrayList<>(updates(10));
    all.addAll(in(6, 11));
    assertThat(storing.store(all)).isEmpty();
    assertThat(heard).containsExactly("telegram:6/11");
  }

  @Test
  void severalThatCanNeverBeStoredAreAllLeftOut() throws JsonProcessingException {
    awayChat = 5;
    List<Update> all = new ArrayList<>(updates(10, 11, 12));
    assertThat(storing.store(all)).map(Storing.Left::update).contains(10);
    all.addAll(in(6, 13));
    int rounds = 1;
    while (storing.store(all).isPresent()) {
      assertThat(rounds++).isLessThan(20);
    }
    assertThat(heard).containsExactly("telegram:6/13");
  }

  @Test
  void whileNothingCanBeStoredOnlyTheFirstTwoAreTriedAndNoneIsLeftOut()
      throws JsonProcessingException {
    nothingNow = true;
    for (int i = 0; i < 20; i++) {
      assertThat(storing.store(updates(10, 11, 12))).isPresent();
    }
    tried.set(0);
    assertThat(storing.store(updates(10, 11, 12))).map(Storing.Left::update).contains(10);
    assertThat(tried).hasValue(2);
    nothingNow = false;
    assertThat(storing.store(updates(10, 11, 12))).isEmpty();
    assertThat(heard).containsExactly("telegram:5/10", "telegram:5/11", "telegram:5/12");
  }
}
