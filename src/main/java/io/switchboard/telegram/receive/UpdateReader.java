package io.switchboard.telegram.receive;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingEdit;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Origin;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Updates of Telegram's as what happened, in the house's words. */
public final class UpdateReader {
  /** The kinds of updates that are asked for. */
  public static final List<String> KINDS =
      List.of(
          "message",
          "edited_message",
          "callback_query",
          "message_reaction",
          "message_reaction_count");

  private final User bot;
  private final BotApi api;
  private final WhoAndWhere whoAndWhere;
  private final InstantSource clock;
  private final ObjIntConsumer<ChatAddress> heard;
  private final BiPredicate<MessageId, String> carried;

  /**
   * A reader.
   *
   * @param bot as {@code getMe} tells
   * @param heard is told the number of each message that somebody else has written
   * @param carried whether it is remembered that a message has a button with this action
   */
  public UpdateReader(
      User bot,
      BotApi api,
      Administrators administrators,
      InstantSource clock,
      ObjIntConsumer<ChatAddress> heard,
      BiPredicate<MessageId, String> carried) {
    this.heard = heard;
    this.carried = carried;
    this.bot = bot;
    this.api = api;
    this.whoAndWhere = new WhoAndWhere(administrators);
    this.clock = clock;
  }

  /** What happened, unless it is nothing for the bot: joined, if it came in parts. */
  Optional<Incoming> read(List<Update> parts) {
    Update first = parts.getFirst();
    if (first.getCallbackQuery() != null) {
      return press(first.getCallbackQuery());
    }
    if (first.getEditedMessage() != null) {
      return message("telegram:update/" + first.getUpdateId(), List.of(first.getEditedMessage()))
          .filter(IncomingMessage.class::isInstance)
          .map(now -> new IncomingEdit((IncomingMessage) now));
    }
    if (first.getMessage() == null) {
      return Optional.empty();
    }
    List<Message> messages = parts.stream().map(Update::getMessage).toList();
    messages.forEach(m -> heard.accept(new ChatAddress(m.getChatId(), 0), m.getMessageId()));
    return message("telegram:update/" + first.getUpdateId(), messages);
  }

  private Optional<Incoming> message(String key, List<Message> parts) {
    Message first = parts.getFirst();
    boolean alone = first.isUserMessage();
    if (!forUs(first, alone)) {
      return Optional.empty();
    }
    List<Spoken> said = parts.stream().map(p -> Spoken.in(p, bot)).toList();
    Spoken begun = said.getFirst();
    List<Attachment> files = parts.stream().flatMap(p -> Files.in(p).stream()).toList();
    Message answered = answered(first);
    boolean toBot = answered != null && isBot(answered);
    boolean mentioned = said.stream().anyMatch(Spoken::mentioned);
    boolean command = !begun.command().isEmpty();
    if (begun.otherBot()) {
      return Optional.empty();
    }
    boolean addressed = alone || toBot || mentioned;
    String text = joined(parts, said);
    if (text.isEmpty() && files.isEmpty() && !command && !alone && !mentioned) {
      return Optional.empty();
    }
    ChatAddress where = whoAndWhere.address(first);
    MessageId target = answered == null ? null : where.message(answered.getMessageId());
    Origin origin =
        new Origin(
            key,
            whoAndWhere.place(first),
            whoAndWhere.sender(first, command || addressed),
            new Destination(where.place(), String.valueOf(first.getMessageId())),
            Instant.ofEpochSecond(first.getDate()));
    return Optional.of(
        command
            ? new IncomingCommand(origin, begun.command(), text, target, files)
            : new IncomingMessage(
                origin, where.message(first.getMessageId()), text, target, addressed, files));
  }

  /** Whether somebody said something there, for everybody or for the bot. */
  private static boolean forUs(Message message, boolean alone) {
    boolean content =
        message.getText() != null || message.getCaption() != null || !Files.in(message).isEmpty();
    boolean unreadable =
        message.getSticker() != null
            || message.getLocation() != null
            || message.getContact() != null
            || message.getPoll() != null
            || message.getDice() != null;
    if (message.getSenderChat() == null
        && (message.getFrom() == null || Boolean.TRUE.equals(message.getFrom().getIsBot()))) {
      return false;
    }
    return alone ? content || unreadable : content && !Spoken.forwarded(message);
  }

  /** The message answered; in a topic, all that answers nothing seems to answer its beginning. */
  private static @Nullable Message answered(Message message) {
    Message answered = message.getReplyToMessage();
    return answered == null || answered.getForumTopicCreated() != null ? null : answered;
  }

  private boolean isBot(Message message) {
    return message.getFrom() != null && bot.getId().equals(message.getFrom().getId());
  }

  private static String joined(List<Message> parts, List<Spoken> said) {
    StringBuilder text = new StringBuilder(said.getFirst().text());
    for (int i = 1; i < parts.size(); i++) {
      String before = parts.get(i - 1).getText();
      String next = parts.get(i).getText() == null ? said.get(i).text() : parts.get(i).getText();
      if (!text.isEmpty() && !next.isEmpty() && (before == null || before.length() < 4096)) {
        text.append('\n');
      }
      text.append(next);
    }
    return text.toString();
  }

  private Optional<Incoming> press(CallbackQuery query) {
    api.andForget(AnswerCallbackQuery.builder().callbackQueryId(query.getId()).build());
    MaybeInaccessibleMessage message = query.getMessage();
    if (message == null || query.getData() == null) {
      return Optional.empty();
    }
    Place place = whoAndWhere.place(message);
    ChatAddress where = ChatAddress.of(place.id());
    Origin origin =
        new Origin(
            "telegram:callback/" + query.getId(),
            place,
            whoAndWhere.person(query.getFrom(), message.getChat(), true),
            new Destination(where.place(), String.valueOf(message.getMessageId())),
            clock.instant());
    MessageId carrier =
        where.isPrivate() || carries(where, message, query.getData())
            ? where.message(message.getMessageId())
            : MessageId.NONE;
    return Optional.of(new ButtonPress(origin, carrier, query.getData()));
  }

  /**
   * Whether a message has that button now, as far as it is told, or else remembered. Telegram says
   * itself that a bad client can send any data with any message: nobody is to have what others read
   * changed by it.
   */
  private boolean carries(ChatAddress where, MaybeInaccessibleMessage message, String data) {
    return (message instanceof Message known && known.getReplyMarkup() != null)
        ? known.getReplyMarkup().getKeyboard().stream()
            .flatMap(List::stream)
            .anyMatch(button -> data.equals(button.getCallbackData()))
        : carried.test(where.message(message.getMessageId()), data);
  }
}
