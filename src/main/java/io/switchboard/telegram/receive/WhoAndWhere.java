package io.switchboard.telegram.receive;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.telegram.api.ChatAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** People and places of Telegram's. */
final class WhoAndWhere {
  private final Administrators administrators;

  WhoAndWhere(Administrators administrators) {
    this.administrators = administrators;
  }

  /** Where it was said; a thread of replies in a group without topics is no topic. */
  ChatAddress address(MaybeInaccessibleMessage said) {
    boolean topic =
        said instanceof Message message
            && message.isTopicMessage()
            && message.getMessageThreadId() != null;
    return new ChatAddress(
        said.getChat().getId(), topic ? ((Message) said).getMessageThreadId() : 0);
  }

  Place place(MaybeInaccessibleMessage said) {
    ChatAddress address = address(said);
    Chat chat = said.getChat();
    String whole = "telegram-chat:" + address.chat();
    List<String> scopes =
        address.topic() == 0 ? List.of(whole) : List.of(whole + "/" + address.topic(), whole);
    if (Boolean.TRUE.equals(chat.isUserChat())) {
      return new Place(address.place(), Place.Kind.PRIVATE, "", scopes);
    }
    String title = chat.getTitle() == null ? "" : chat.getTitle();
    String topic = topicName(said);
    return new Place(
        address.place(),
        address.topic() == 0 ? Place.Kind.GROUP : Place.Kind.THREAD,
        topic.isEmpty() ? title : title + " / " + topic,
        scopes);
  }

  private static String topicName(MaybeInaccessibleMessage said) {
    Message root = said instanceof Message message ? message.getReplyToMessage() : null;
    return root == null || root.getForumTopicCreated() == null
        ? ""
        : root.getForumTopicCreated().getName();
  }

  /**
   * Who said it. Somebody who hides behind the group or a channel is that group or channel.
   *
   * @param roles whether roles are worth asking for
   */
  Person sender(Message message, boolean roles) {
    Chat mask = message.getSenderChat();
    if (mask == null) {
      return person(message.getFrom(), message.getChat(), roles);
    }
    boolean group = mask.getId().equals(message.getChatId());
    return new Person(
        new PersonId("telegram:" + mask.getId()),
        mask.getTitle() == null ? "" : mask.getTitle(),
        mask.getUserName(),
        Locale.ENGLISH,
        group ? Set.of("telegram-administrator") : Set.of());
  }

  Person person(User user, Chat chat, boolean roles) {
    String name =
        user.getLastName() == null
            ? user.getFirstName()
            : user.getFirstName() + " " + user.getLastName();
    boolean administrator =
        roles
            && !Boolean.TRUE.equals(chat.isUserChat())
            && administrators.includes(chat.getId(), user.getId());
    return new Person(
        new PersonId("telegram:" + user.getId()),
        name,
        user.getUserName(),
        locale(user.getLanguageCode()),
        administrator ? Set.of("telegram-administrator") : Set.of());
  }

  private static Locale locale(@Nullable String code) {
    return code == null || code.isBlank() ? Locale.ENGLISH : Locale.forLanguageTag(code);
  }
}
