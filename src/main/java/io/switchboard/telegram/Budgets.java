package io.switchboard.telegram;

import io.switchboard.chat.message.Rate;
import io.switchboard.telegram.api.ChatAddress;
import java.time.Duration;
import java.util.List;

/** How many calls Telegram takes for a chat. */
final class Budgets {
  /** A little more than a second: Telegram's clock and ours differ. */
  private static final Duration BETWEEN = Duration.ofMillis(1_100);

  /** Telegram names no bound for drafts; its apps show their changes about as often. */
  private static final Duration TWO_DRAFTS = Duration.ofMillis(800);

  private static final Rate ALL = new Rate("telegram", 25, Duration.ofSeconds(1));
  private static final int A_MINUTE_IN_GROUPS = 20;

  private Budgets() {}

  /** Of sends and edits. */
  static List<Rate> of(ChatAddress where) {
    Rate chat = new Rate("telegram-chat:" + where.chat(), 1, BETWEEN);
    return where.isPrivate()
        ? List.of(chat, ALL)
        : List.of(
            chat,
            new Rate("telegram-group:" + where.chat(), A_MINUTE_IN_GROUPS, Duration.ofSeconds(61)),
            ALL);
  }

  /** Of drafts, which count by themselves. */
  static List<Rate> ofDrafts(ChatAddress where) {
    return List.of(new Rate("telegram-draft:" + where.chat(), 2, TWO_DRAFTS), ALL);
  }
}
