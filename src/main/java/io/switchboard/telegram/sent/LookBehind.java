package io.switchboard.telegram.sent;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Recall.Look;
import io.switchboard.chat.message.Reply;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import io.switchboard.telegram.render.TelegramHtml;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/**
 * Looks whether a message was sent. Bots cannot read what a chat holds, but they are told which
 * message one of theirs answers: so a sign is sent in answer to the number in question, and is
 * refused if there is no such message.
 */
public final class LookBehind {
  /**
   * By so many letters and digits a text is known again, by fewer than the other number it is not.
   */
  private static final int LETTERS = 60;

  private static final int ENOUGH = 6;
  private static final Set<String> NO_TEXT = Set.of("type", "url", "language");
  private static final long SUPERGROUPS_BELOW = -1_000_000_000_000L;

  /** For all chats that are no supergroups; no chat has this number. */
  private static final long OVER_ALL = 0;

  private final BotApi api;
  private final Map<Long, Integer> newest = new ConcurrentHashMap<>();

  public LookBehind(BotApi api) {
    this.api = api;
  }

  /** Remembers what was sent. */
  public void note(ChatAddress where, Answer answer) {
    if (answer instanceof Answer.Done done) {
      note(where, done.result().path("message_id").asInt());
    }
  }

  /** Remembers that there is a message of that number. */
  public void note(ChatAddress where, int number) {
    newest.merge(where.chat(), number, Math::max);
    if (where.chat() > SUPERGROUPS_BELOW) {
      newest.merge(OVER_ALL, number, Math::max);
    }
  }

  /** The newest numbers that are known to be taken, and the first letters and digits of a text. */
  public String bookmark(Destination to, Reply reply) {
    long chat = ChatAddress.of(to.place()).chat();
    int asked = to.handle().isEmpty() ? 0 : Integer.parseInt(to.handle());
    String html = TelegramHtml.of(reply.body()).html();
    String letters = letters(html.replaceAll("<[^>]*>|&\\w+;", ""));
    int inTheChat = Math.max(newest.getOrDefault(chat, 0), asked);
    int overAll = newest.getOrDefault(chat > SUPERGROUPS_BELOW ? OVER_ALL : chat, 0);
    return Bookmark.of(inTheChat, Math.max(overAll, asked), letters).write();
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(LETTERS)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** See {@link io.switchboard.chat.message.Recall#look}. */
  public Look look(ChatAddress where, String written, Set<String> actions) {
    Bookmark bookmark = Bookmark.read(written);
    int number = bookmark.behind() + 1;
    String letters = bookmark.letters();
    SendMessage sign =
        SendMessage.builder()
            .chatId(String.valueOf(where.chat()))
            .text("…")
            .disableNotification(true)
            .replyParameters(
                ReplyParameters.builder().messageId(number).allowSendingWithoutReply(false).build())
            .build();
    if (where.topic() != 0) {
      sign.setMessageThreadId(where.topic());
    }
    return switch (api.ask(sign)) {
      case Answer.Done(JsonNode message) -> {
        int taken = message.path("message_id").asInt();
        MessageId shown = where.message(taken);
        note(where, taken);
        String next = bookmark.next(taken);
        yield isOurs(message.path("reply_to_message"), letters, actions)
            ? new Look.Ours(where.message(number), shown, next)
            : new Look.Another(shown, next);
      }
      case Answer.Refused refused when refused.code() == 400 -> new Look.Nothing(bookmark.next(0));
      case Answer.Refused refused when refused.code() == 403 -> new Look.Nothing("");
      case Answer.Refused refused ->
          new Look.NotNow(
              refused.retryAfter().isPresent()
                  ? new Delivery.Throttled(refused.retryAfter().get())
                  : new Delivery.Failed(refused.told()));
      case Answer.Silent(String why, _) -> new Look.NotNow(new Delivery.Failed(why));
    };
  }

  private static boolean isOurs(JsonNode message, String letters, Set<String> actions) {
    if (!message.path("from").path("is_bot").asBoolean()) {
      return false;
    }
    boolean buttons = false;
    for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        if (actions.contains(button.path("callback_data").asText())) {
          return true;
        }
        buttons |= button.has("callback_data");
      }
    }
    if (buttons) {
      // What answers another question may well begin with the same words.
      return false;
    }
    StringBuilder text = new StringBuilder(message.path("text").asText(""));
    texts(message.path("rich_message"), text);
    return letters.length() >= ENOUGH && letters(text.toString()).equals(letters);
  }

  /** All that is written in a rich message. */
  private static void texts(JsonNode node, StringBuilder into) {
    if (node.isTextual()) {
      into.append(node.asText());
    }
    for (var field : node.properties()) {
      if (!NO_TEXT.contains(field.getKey())) {
        texts(field.getValue(), into);
      }
    }
    if (node.isArray()) {
      node.forEach(inner -> texts(inner, into));
    }
  }
}
