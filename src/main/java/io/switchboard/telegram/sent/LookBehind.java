package io.switchboard.telegram.sent;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Recall.Look;
import io.switchboard.chat.message.Recall.Wanted;
import io.switchboard.chat.message.Reply;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import io.switchboard.telegram.render.TelegramHtml;
import io.switchboard.telegram.sent.Bookmark.Span;
import io.switchboard.telegram.sent.Bookmark.Step;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/**
 * Looks whether a message was sent. Bots cannot read what a chat holds, but they are told which
 * message one of theirs answers: so a sign is sent in answer to the number in question, and is
 * refused if there is no such message. Its own number says where the chat ends; between the two it
 * is first asked without a sign what the numbers are, and those are passed over of which this
 * process knows whose they are.
 */
public final class LookBehind {
  /**
   * By so many letters and digits a text is known again, by fewer than the other number it is not.
   */
  private static final int LETTERS = 60;

  private static final int ENOUGH = 6;

  /** So many numbers are looked at where it only is if messages are counted in each chat. */
  private static final int UNLIKELY = 8;

  private static final String SIGN = "…";

  private static final Set<String> NO_TEXT = Set.of("type", "url", "language");

  private final BotApi api;
  private final Numbers numbers = new Numbers();
  private final Keyboards keyboards = new Keyboards();
  private final Probe probe;

  /** Looks by these calls; what the server does not understand is tried again some day. */
  public LookBehind(BotApi api, InstantSource clock) {
    this.api = api;
    this.probe = new Probe(api, clock);
  }

  /** Remembers what was sent, with these buttons under it. */
  public void note(ChatAddress where, Answer answer, List<List<Button>> buttons) {
    if (answer instanceof Answer.Done done) {
      int number = done.result().path("message_id").asInt();
      note(where, number);
      keyboards.note(where, number, buttons);
    }
  }

  /** Remembers that a message of the bot's shows these buttons now. */
  public void note(MessageId message, List<List<Button>> buttons) {
    ChatAddress where = ChatAddress.of(message);
    note(where, ChatAddress.number(message));
    keyboards.note(where, ChatAddress.number(message), buttons);
  }

  /** Whether a message of the bot's is remembered to have a button with this action. */
  public boolean carries(MessageId message, String action) {
    return keyboards.carries(ChatAddress.of(message), ChatAddress.number(message), action);
  }

  /** Remembers that it is known which message has that number. */
  public void note(ChatAddress where, int number) {
    numbers.note(where, number);
  }

  /** See {@link io.switchboard.chat.message.Recall#remember}. */
  public void remember(Destination asked, List<MessageId> shown) {
    if (asked.handle().matches("\\d{1,9}")) {
      note(ChatAddress.of(asked.place()), Integer.parseInt(asked.handle()));
    }
    shown.forEach(message -> note(ChatAddress.of(message), ChatAddress.number(message)));
  }

  /** See {@link io.switchboard.chat.message.Recall#forget}. */
  public void forget(MessageId sent) {
    numbers.forget(ChatAddress.of(sent), ChatAddress.number(sent));
  }

  /** The newest numbers that are known to be taken, and the first letters and digits of a text. */
  public String bookmark(Destination to, Reply reply) {
    ChatAddress where = ChatAddress.of(to.place());
    int asked = to.handle().isEmpty() ? 0 : Integer.parseInt(to.handle());
    String html = TelegramHtml.of(reply.body()).html();
    String letters = letters(html.replaceAll("<[^>]*>|&\\w+;", ""));
    int inTheChat = Math.max(numbers.newestIn(where), asked);
    int together = Math.max(numbers.newestCountedWith(where), asked);
    return switch (numbers.counting(where)) {
      case ALONE -> Bookmark.behind(inTheChat, 0, letters).write();
      case TOGETHER -> Bookmark.behind(together, 0, letters).write();
      case UNKNOWN -> Bookmark.behind(inTheChat, together, letters).write();
    };
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(LETTERS)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** See {@link io.switchboard.chat.message.Recall#between}. */
  public String between(MessageId sign, MessageId sent, String written) {
    ChatAddress where = ChatAddress.of(sent);
    if (!where.equals(ChatAddress.of(sign))) {
      return ""; // the group has become another meanwhile
    }
    Span late = new Span(ChatAddress.number(sign), ChatAddress.number(sent));
    String letters = Bookmark.read(written).letters();
    return next(unknown(where, Bookmark.of(late, letters), Set.of()::contains));
  }

  /** See {@link io.switchboard.chat.message.Recall#look}. */
  public Look look(ChatAddress where, String written, Wanted wanted) {
    Bookmark read = Bookmark.read(written);
    if (read.step() == Step.FIND_END) {
      return findEnd(where, read, wanted);
    }
    Bookmark here = unknown(where, read, wanted.known());
    Integer number = here.number();
    if (number == null) {
      return new Look.Nothing("");
    }
    if (here.isOpen() || here.step() == Step.CLOSELY) {
      return closely(where, number, here, wanted);
    }
    return switch (probe.ask(where, number)) {
      case Probe.Is.Another _ -> new Look.Nothing(next(here.passed()));
      case Probe.Is.Perhaps _ -> new Look.Nothing(here.next(Step.CLOSELY).write());
      case Probe.Is.Unsaid(Answer answer) -> notNow(answer, here, here);
    };
  }

  /** The same from the first number on of which it is not known whose it is. */
  private Bookmark unknown(ChatAddress where, Bookmark from, Predicate<MessageId> known) {
    IntPredicate taken = numbers.taken(where);
    Bookmark here = from;
    for (Integer number = here.number();
        number != null && (taken.test(number) || known.test(where.message(number)));
        number = here.number()) {
      here = here.passed();
    }
    return here;
  }

  private Look closely(ChatAddress where, int number, Bookmark here, Wanted wanted) {
    ReplyParameters answering =
        ReplyParameters.builder().messageId(number).allowSendingWithoutReply(false).build();
    SendMessage sign = sign(where);
    sign.setReplyParameters(answering);
    Bookmark signed = here.signed(true);
    wanted.aboutToSign().accept(signed.write());
    Answer answer = api.ask(sign);
    if (answer instanceof Answer.Done(JsonNode message)) {
      int taken = message.path("message_id").asInt();
      note(where, taken);
      MessageId shown = where.message(taken);
      Bookmark passed = here.passed().endsBefore(taken, UNLIKELY);
      JsonNode there = message.path("reply_to_message");
      boolean own = sameSender(message, there);
      if (own && here.signed() && isSign(there)) {
        return new Look.Stray(where.message(number), shown, next(passed.signed(false)));
      }
      return own && isOurs(there, here.letters(), wanted.actions())
          ? new Look.Ours(
              where.message(number), shown, next(passed), here.signed() ? next(passed) : "")
          : new Look.Another(shown, next(passed));
    }
    if (answer instanceof Answer.Refused refused && refused.code() == 400) {
      Bookmark passed = here.passed();
      return new Look.Nothing(passed.isOpen() ? passed.next(Step.FIND_END).write() : next(passed));
    }
    return notNow(answer, here, signed);
  }

  /** Nothing can be sent where this is refused. */
  private Look findEnd(ChatAddress where, Bookmark here, Wanted wanted) {
    Bookmark signed = here.signedAtEnd();
    wanted.aboutToSign().accept(signed.write());
    Answer answer = api.ask(sign(where));
    if (answer instanceof Answer.Done(JsonNode message)) {
      int taken = message.path("message_id").asInt();
      note(where, taken);
      return new Look.Another(
          where.message(taken), next(here.next(Step.LOOK).endsBefore(taken, UNLIKELY)));
    }
    return answer instanceof Answer.Refused refused && refused.code() == 400
        ? new Look.Nothing("")
        : notNow(answer, here, signed);
  }

  private static SendMessage sign(ChatAddress where) {
    SendMessage sign =
        SendMessage.builder()
            .chatId(String.valueOf(where.chat()))
            .text(SIGN)
            .disableNotification(true)
            .build();
    if (where.topic() != 0) {
      sign.setMessageThreadId(where.topic());
    }
    return sign;
  }

  private static String next(Bookmark left) {
    return left.number() == null ? "" : left.write();
  }

  /**
   * @param perhaps where to go on if it may have been done all the same
   */
  private static Look notNow(Answer answer, Bookmark here, Bookmark perhaps) {
    return switch (answer) {
      case Answer.Refused refused when refused.code() == 403 -> new Look.Nothing("");
      case Answer.Refused refused when refused.retryAfter().isPresent() ->
          new Look.NotNow(new Delivery.Throttled(refused.retryAfter().get()), here.write());
      case Answer.Refused refused ->
          new Look.NotNow(
              new Delivery.Failed(refused.told(), refused.code() >= 500),
              refused.code() >= 500 ? perhaps.write() : here.write());
      case Answer.Silent(String why, boolean done) ->
          new Look.NotNow(new Delivery.Failed(why, done), done ? perhaps.write() : here.write());
      case Answer.Done _ -> new Look.Nothing(here.next(Step.CLOSELY).write());
    };
  }

  /** Another bot may well have said the same; the sign tells who this one is. */
  private static boolean sameSender(JsonNode sign, JsonNode there) {
    JsonNode self = sign.path("from").path("id");
    return self.isMissingNode() || self.asLong() == there.path("from").path("id").asLong();
  }

  /** What begins to show an answer has a button to stop it. */
  private static boolean isSign(JsonNode message) {
    return message.path("text").asText("").equals(SIGN) && !message.has("reply_markup");
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
