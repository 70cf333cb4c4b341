package io.switchboard.telegram.send;

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
 * refused if there is no such message. Numbers are counted up in each supergroup, and over all
 * other chats of the bot together.
 */
public final class LookBehind {
  /** By so many letters a text is known again, by fewer than the other number it is not. */
  private static final int LETTERS = 60;

  private static final int ENOUGH = 6;
  private static final Set<String> NO_TEXT = Set.of("type", "url", "language");
  private static final long SUPERGROUPS_BELOW = -1_000_000_000_000L;

  private final BotApi api;
  private final Map<Long, Integer> newest = new ConcurrentHashMap<>();

  public LookBehind(BotApi api) {
    this.api = api;
  }

  /** Remembers what was sent. */
  void note(ChatAddress where, Answer answer) {
    if (answer instanceof Answer.Done done) {
      newest.merge(counted(where), done.result().path("message_id").asInt(), Math::max);
    }
  }

  /** The newest number that is known to be taken, and the first letters of a text. */
  public String bookmark(Destination to, Reply reply) {
    int known = newest.getOrDefault(counted(ChatAddress.of(to.place())), 0);
    int asked = to.handle().isEmpty() ? 0 : Integer.parseInt(to.handle());
    String html = TelegramHtml.of(reply.body()).html();
    String letters = letters(html.replaceAll("<[^>]*>|&\\w+;", ""));
    return new Bookmark(Math.max(known, asked), 0, letters).write();
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .limit(LETTERS)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static long counted(ChatAddress where) {
    return where.chat() < SUPERGROUPS_BELOW ? where.chat() : 0;
  }

  /**
   * What is known of where a message may be.
   *
   * @param behind it has a greater number
   * @param before it has a smaller number; 0 if that is not known
   */
  private record Bookmark(int behind, int before, String letters) {
    static Bookmark read(String written) {
      String[] parts = written.split(":", 3);
      return new Bookmark(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }

    /** Not the next number; and not behind a sign that was sent later. */
    String next(int sign) {
      int end = before > 0 && (sign == 0 || before < sign) ? before : sign;
      boolean over = end > 0 && behind + 2 >= end;
      return over ? "" : new Bookmark(behind + 1, end, letters).write();
    }

    String write() {
      return behind + ":" + before + ":" + letters;
    }
  }

  /** See {@link io.switchboard.chat.message.Recall#look}. */
  public Look look(ChatAddress where, String written, Set<String> actions) {
    Bookmark bookmark = Bookmark.read(written);
    int number = bookmark.behind + 1;
    String letters = bookmark.letters;
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
        yield isOurs(message.path("reply_to_message"), letters, actions)
            ? new Look.Ours(where.message(number), shown)
            : new Look.Another(shown, bookmark.next(taken));
      }
      case Answer.Refused refused when refused.code() == 400 -> new Look.Nothing(bookmark.next(0));
      case Answer.Refused refused when refused.code() == 403 -> new Look.Nothing("");
      case Answer.Refused refused ->
          new Look.NotNow(
              refused.retryAfter().isPresent()
                  ? new Delivery.Throttled(refused.retryAfter().get())
                  : new Delivery.Failed(refused.told()));
      case Answer.Silent(String why) -> new Look.NotNow(new Delivery.Failed(why));
    };
  }

  private static boolean isOurs(JsonNode message, String letters, Set<String> actions) {
    if (!message.path("from").path("is_bot").asBoolean()) {
      return false;
    }
    for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        if (actions.contains(button.path("callback_data").asText())) {
          return true;
        }
      }
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
