package io.switchboard.telegram.menu;

import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.menu.OwnMenu;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps Telegram's lists of commands as they are wanted, from when the bot is known. */
public final class KeepMenus implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger("Telegram");

  /** After this, what failed is tried again, unless Telegram says when. */
  static final Duration LATER = Duration.ofSeconds(30);

  private final BotApi api;
  private final @Nullable ShownMenus shown;
  private final Semaphore bell = new Semaphore(0);
  private volatile Wanted wanted = new Wanted(new CommandMenu(List.of()), List.of());
  private volatile @Nullable OwnMenus own;
  private volatile boolean closed;

  /** What is to be listed. */
  private record Wanted(CommandMenu menu, List<OwnMenu> own) {}

  /**
   * Nothing is listed yet.
   *
   * @param shown null where there is no database; then nobody has a list of their own
   */
  public KeepMenus(BotApi api, @Nullable ShownMenus shown) {
    this.api = api;
    this.shown = shown;
  }

  /** Lists these from now on. */
  public void list(CommandMenu menu, List<OwnMenu> people) {
    Wanted now =
        new Wanted(
            menu,
            people.stream()
                .filter(one -> one.person().platform().equals(ChatAddress.PLATFORM))
                .toList());
    if (!now.equals(wanted)) {
      wanted = now;
      bell.release();
    }
  }

  /**
   * From here on Telegram is told.
   *
   * @param bot its number there
   */
  public void begin(long bot) {
    ShownMenus kept = shown;
    OwnMenus mine = kept == null ? null : new OwnMenus(api, bot, kept);
    own = mine;
    Thread.ofVirtual().name("telegram-menu").start(() -> keep(mine));
  }

  /** Something came from there: whoever writes can be shown a list there. */
  public void heard(Incoming incoming) {
    OwnMenus mine = own;
    ChatAddress where = ChatAddress.of(incoming.origin().place().id());
    long sender = ChatAddress.alone(incoming.origin().sender().id()).chat();
    Where listed = where.isPrivate() ? Where.alone(where.chat()) : new Where(where.chat(), sender);
    if (mine != null && mine.reached(listed)) {
      bell.release();
    }
  }

  private void keep(@Nullable OwnMenus mine) {
    CommandMenu listed = null;
    Duration pause = Duration.ZERO;
    while (!closed) {
      Wanted now = wanted;
      try {
        pause = Duration.ZERO;
        if (!now.menu().equals(listed)) {
          Answer answer = Menu.set(api, now.menu());
          listed = OwnMenus.again(answer) ? null : now.menu();
          pause = OwnMenus.again(answer) ? OwnMenus.pause(answer) : pause;
        }
        if (mine != null && pause.isZero()) {
          pause = mine.show(now.menu(), now.own());
        }
      } catch (RuntimeException | Error e) {
        log.warn("Telegram's command menus could not be kept: {}", e.toString());
        pause = LATER;
      }
      rest(pause);
    }
  }

  /**
   * Until something else is wanted.
   *
   * @param most zero for however long that takes
   */
  private void rest(Duration most) {
    try {
      if (most.isZero()) {
        bell.acquire();
      } else {
        // What is wanted meanwhile is wanted then, too: Telegram is to be left alone.
        long end = System.nanoTime() + most.toNanos();
        while (!closed && System.nanoTime() < end) {
          boolean ignored = bell.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
      }
      int ignored = bell.drainPermits();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** Telegram is told no more. */
  @Override
  public void close() {
    closed = true;
    bell.release();
  }
}
