package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is lost, whatever is down. */
class TelegramKeepsTryingTest {
  private final Scene scene = new Scene();
  private final Person alice = scene.fake.person("Alice");
  private final Chat chat = scene.fake.privateChat(alice);

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void downAtTheStartAndLater() {
    scene.fake.down();
    scene.bot.start(scene.received::add, Scene.MENU);
    scene.fake.say(alice, chat, "one");
    scene.fake.up();
    assertThat(scene.next(IncomingMessage.class).text()).isEqualTo("one");
    scene.fake.down();
    scene.fake.say(alice, chat, "two");
    scene.fake.up();
    assertThat(scene.next(IncomingMessage.class).text()).isEqualTo("two");
    scene.fake.badGateway("<html>502</html>");
    scene.fake.say(alice, chat, "three");
    scene.fake.badGateway("");
    assertThat(scene.next(IncomingMessage.class).text()).isEqualTo("three");
  }

  @Test
  void whatCouldNotBeStoredComesAgainInItsOrder() {
    List<String> stored = new CopyOnWriteArrayList<>();
    AtomicInteger broken = new AtomicInteger(3);
    scene.fake.say(alice, chat, "one");
    scene.fake.say(alice, chat, "two");
    scene.fake.say(alice, chat, "three");
    scene.bot.start(
        incoming -> {
          String text = ((IncomingMessage) incoming).text();
          if (text.equals("two") && broken.getAndDecrement() > 0) {
            throw new IllegalStateException("the database is away");
          }
          stored.add(text);
        },
        Scene.MENU);
    await().atMost(Duration.ofMinutes(4)).until(() -> stored.contains("three"));
    assertThat(stored).containsExactly("one", "two", "three");
    await().until(() -> scene.fake.unconfirmed() == 0);
  }

  @Test
  void oneThatCanNeverBeStoredDoesNotStopTheOthers() {
    List<String> stored = new CopyOnWriteArrayList<>();
    scene.fake.say(alice, chat, "poison");
    scene.fake.say(alice, chat, "water");
    scene.bot.start(
        (Incoming incoming) -> {
          String text = ((IncomingMessage) incoming).text();
          if (text.equals("poison")) {
            throw new IllegalStateException("never");
          }
          stored.add(text);
        },
        Scene.MENU);
    await().atMost(Duration.ofMinutes(4)).until(() -> stored.contains("water"));
    await().atMost(Duration.ofMinutes(4)).until(() -> scene.fake.unconfirmed() == 0);
  }

  @Test
  void whatWasNotConfirmedComesAgainAfterARestart() {
    scene.listening();
    Shown said = scene.fake.say(alice, chat, "hello");
    String key = scene.next(IncomingMessage.class).origin().key();
    scene.bot.close();
    scene.fake.deliverAgain(said.update());
    scene.bot = scene.bot(scene.fake.token());
    scene.bot.start(scene.received::add, Scene.MENU);
    assertThat(scene.next(IncomingMessage.class).origin().key()).isEqualTo(key);
  }

  @Test
  void aWrongTokenIsTriedOn() {
    scene.bot.close();
    scene.bot = scene.bot("1:wrong");
    scene.bot.start(scene.received::add, Scene.MENU);
    scene.fake.say(alice, chat, "hello");
    await().during(Duration.ofSeconds(1)).until(scene.received::isEmpty);
  }

  @Test
  void twoPollersAndStillNothingIsLost() {
    scene.listening();
    Telegram second = scene.bot(scene.fake.token());
    second.start(scene.received::add, Scene.MENU);
    await().atMost(Duration.ofMinutes(4)).until(() -> scene.fake.conflicts() > 0);
    second.close();
    scene.fake.say(alice, chat, "still here?");
    assertThat(scene.next(IncomingMessage.class).text()).isEqualTo("still here?");
  }
}
