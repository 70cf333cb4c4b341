package io.switchboard.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.menu.OwnMenu;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.menu.KeepMenus;
import io.switchboard.telegram.receive.Administrators;
import io.switchboard.telegram.receive.Noticing;
import io.switchboard.telegram.receive.Polling;
import io.switchboard.telegram.receive.UpdateReader;
import io.switchboard.telegram.sent.LookBehind;
import io.switchboard.telegram.webhook.Delivered;
import io.switchboard.telegram.webhook.Webhook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Gets the bot to listen, however long that takes, and to stop. */
final class Listening implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger("Telegram");
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What another process received by the webhook is seen after this at the latest. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final TelegramSettings settings;
  private final BotApi api;
  private final InstantSource clock;
  private final @Nullable Webhook webhook;
  private final CountDownLatch closing = new CountDownLatch(1);

  private final KeepMenus menus;
  private final LookBehind looking;
  private volatile @Nullable Polling polling;
  private volatile @Nullable Delivered delivered;

  /**
   * Not listening yet.
   *
   * @param webhook null where there is no database; then it is polled
   * @param looking is told the numbers of what is heard
   */
  Listening(
      TelegramSettings settings,
      BotApi api,
      InstantSource clock,
      @Nullable Webhook webhook,
      KeepMenus menus,
      LookBehind looking) {
    this.menus = menus;
    this.looking = looking;
    this.webhook = webhook;
    this.settings = settings;
    this.api = api;
    this.clock = clock;
  }

  /** Whether updates come in at this moment. */
  boolean connected() {
    Polling now = polling;
    boolean brought = settings.mode() == TelegramSettings.Mode.WEBHOOK && delivered != null;
    return brought || (now != null && now.isFine());
  }

  void start(Inbox inbox) {
    Thread.ofVirtual().name("telegram-start").start(() -> untilItWorks(inbox));
  }

  /** Lists these commands, unless they are listed already. */
  void list(CommandMenu menu, List<OwnMenu> own) {
    menus.list(menu, own);
  }

  private void untilItWorks(Inbox inbox) {
    for (int tries = 1; closing.getCount() > 0; tries++) {
      long wait = Math.min(LONGEST.toMillis(), 500L << Math.min(tries - 1, 10));
      String trouble;
      try {
        trouble = begin(inbox);
      } catch (RuntimeException | Error e) {
        log.error("Telegram could not be started", e);
        trouble = String.valueOf(e.getMessage());
      }
      if (trouble.isEmpty()) {
        return;
      }
      if (closing.getCount() > 0) {
        log.warn("Telegram: {}. Trying again in {} s.", trouble, Math.max(1, wait / 1_000));
      }
      pause(wait);
    }
  }

  /** Tries once; the trouble, or nothing. */
  private String begin(Inbox inbox) {
    Answer me = api.ask(new GetMe());
    if (!(me instanceof Answer.Done(JsonNode bot))) {
      boolean token =
          me instanceof Answer.Refused refused && (refused.code() == 401 || refused.code() == 404);
      return token
          ? "the token is refused ("
              + me.told()
              + "): set telegram.token (TELEGRAM_TOKEN) to the"
              + " one that @BotFather shows for the bot"
          : "cannot be reached: " + me.told();
    }
    User user =
        User.builder()
            .id(bot.path("id").asLong())
            .isBot(true)
            .firstName(bot.path("first_name").asText(""))
            .userName(bot.path("username").asText(""))
            .build();
    Inbox hearing = new Noticing(inbox, menus::heard);
    UpdateReader reader =
        new UpdateReader(
            user, api, new Administrators(api, clock), clock, looking::note, looking::carries);
    Webhook brought = webhook;
    String trouble =
        settings.mode() == TelegramSettings.Mode.WEBHOOK && brought != null
            ? announce(brought)
            : poll(reader, hearing);
    if (!trouble.isEmpty()) {
      return trouble;
    }
    // Also where it is polled: what was brought before the mode was changed is still there.
    if (brought != null) {
      boolean polls = settings.mode() == TelegramSettings.Mode.POLLING;
      keep(brought.listen(reader, hearing, polls ? LONGEST : LOOK));
    }
    menus.begin(user.getId());
    boolean all = bot.path("can_read_all_group_messages").asBoolean();
    log.info(
        "Telegram: listening as @{}{}",
        user.getUserName(),
        all ? ", to everything in groups" : ", in groups to what is meant for it");
    return "";
  }

  private String announce(Webhook brought) {
    Answer answer = brought.announce(api);
    return answer instanceof Answer.Done
        ? ""
        : "the webhook is refused ("
            + answer.told()
            + "): web.publicUrl must be an https address on port 443, 80, 88 or 8443";
  }

  private String poll(UpdateReader reader, Inbox inbox) {
    Polling made = new Polling(settings.token(), settings.apiUrl(), reader, inbox);
    try {
      made.start();
    } catch (TelegramApiException e) {
      made.close();
      return "polling cannot begin (" + e.getClass().getSimpleName() + ")";
    }
    keep(made);
    return "";
  }

  private synchronized void keep(Polling made) {
    if (closing.getCount() == 0) {
      made.close();
    } else {
      polling = made;
    }
  }

  private synchronized void keep(Delivered made) {
    if (closing.getCount() == 0) {
      made.close();
    } else {
      delivered = made;
    }
  }

  private void pause(long millis) {
    try {
      boolean ignored = closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    menus.close();
    synchronized (this) {
      if (polling != null) {
        polling.close();
      }
      if (delivered != null) {
        delivered.close();
      }
    }
  }
}
