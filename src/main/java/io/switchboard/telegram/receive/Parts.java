package io.switchboard.telegram.receive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Puts together what Telegram took apart: a long paste that clients cut into messages of up to 4096
 * characters, and the pictures of an album.
 */
final class Parts {
  /** Clients cut at 4096, or a little before, at the end of a line or word. */
  private static final int FULL = 3900;

  /** Parts of one paste are sent within these seconds. */
  private static final int TOGETHER = 3;

  private Parts() {}

  /** The same updates in their order, those that belong together in one list. */
  static List<List<Update>> of(List<Update> updates) {
    List<List<Update>> whole = new ArrayList<>();
    Map<String, List<Update>> latest = new HashMap<>();
    for (Update update : updates) {
      Message message = update.getMessage();
      if (message == null) {
        whole.add(List.of(update));
        continue;
      }
      String who = who(message);
      List<Update> before = latest.get(who);
      if (before != null && goesOn(before.getLast().getMessage(), message)) {
        before.add(update);
      } else {
        List<Update> fresh = new ArrayList<>(List.of(update));
        latest.put(who, fresh);
        whole.add(fresh);
      }
    }
    return whole;
  }

  /** Those of one chat together, in their order; those that belong to no chat are of one. */
  static Collection<List<List<Update>>> byChat(List<List<Update>> whole) {
    Map<Long, List<List<Update>>> chats = new LinkedHashMap<>();
    whole.forEach(
        one -> chats.computeIfAbsent(chat(one.getFirst()), c -> new ArrayList<>()).add(one));
    return chats.values();
  }

  private static long chat(Update update) {
    CallbackQuery press = update.getCallbackQuery();
    if (press != null) {
      return press.getMessage() == null ? 0 : press.getMessage().getChatId();
    }
    if (update.getMessageReaction() != null) {
      return update.getMessageReaction().getChat().getId();
    }
    if (update.getMessageReactionCount() != null) {
      return update.getMessageReactionCount().getChat().getId();
    }
    Message said = update.getMessage() == null ? update.getEditedMessage() : update.getMessage();
    return said == null ? 0 : said.getChatId();
  }

  /** Whether something that belongs to these may still be on its way. */
  static boolean mayGoOn(List<Update> one) {
    Message last = one.getLast().getMessage();
    return last != null && (last.getMediaGroupId() != null || full(last));
  }

  private static boolean goesOn(Message before, Message message) {
    if (before.getMediaGroupId() != null || message.getMediaGroupId() != null) {
      return Objects.equals(before.getMediaGroupId(), message.getMediaGroupId());
    }
    String text = message.getText();
    return full(before)
        && text != null
        && !text.startsWith("/")
        && !Spoken.forwarded(message)
        && Math.abs(message.getDate() - before.getDate()) <= TOGETHER;
  }

  private static boolean full(Message message) {
    return message.getText() != null
        && message.getText().length() >= FULL
        && !Spoken.forwarded(message);
  }

  private static String who(Message message) {
    long from =
        message.getSenderChat() != null
            ? message.getSenderChat().getId()
            : message.getFrom() == null ? 0 : message.getFrom().getId();
    return message.getChatId() + "/" + message.getMessageThreadId() + "/" + from;
  }
}
