package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real process, killed while something is carried over to a linked place. */
class KilledCarryingTest extends OnTelegram {
  private final Chat here = telegram.group("Here", tess);
  private final Chat there = telegram.group("There", tess);

  @BeforeEach
  void linked() {
    telegram.say(tess, here, "/conversation@" + telegram.botName() + " link");
    String code =
        see(here, "/conversation link ").text().replaceAll("(?s).*link ([A-Z0-9]{12}).*", "$1");
    telegram.say(tess, there, "/conversation@" + telegram.botName() + " link " + code);
    see(here, "This place is linked with");
  }

  private Shown see(Chat chat, String text) {
    return see(chat, text, "");
  }

  private long count(String text) {
    return telegram.fromBot(there).stream().filter(m -> m.text().contains(text)).count();
  }

  @Test
  void whatWasOnItsWayArrivesOnce() {
    for (String point : new String[] {"· Telegram", "↳"}) {
      killAt(point);
      String word = point.equals("↳") ? "plums" : "pears";
      telegram.say(tess, here, "@" + telegram.botName() + " What are " + word + "?");
      diesAndStartsAgain();
      await().atMost(PATIENCE).until(() -> count(word) == 2);
    }
    telegram.say(tess, here, "@" + telegram.botName() + " The end?");
    await().atMost(PATIENCE).until(() -> count("The end?") == 2);
    assertThat(count("· Telegram")).isEqualTo(3);
    assertThat(count("↳")).isEqualTo(3);
  }
}
