package io.switchboard.telegram.send;

import io.switchboard.telegram.api.ChatAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.methods.send.SendRichMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendRichMessageDraft;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;

/** The calls that show a form, with link previews off and nothing found in it as an entity. */
final class Calls {
  private static final String HTML = "HTML";

  private Calls() {}

  /**
   * A new message.
   *
   * @param replyTo 0 for none
   */
  static BotApiMethod<?> send(
      ChatAddress where, int replyTo, Form form, Optional<? extends ReplyKeyboard> keyboard) {
    String chat = String.valueOf(where.chat());
    @Nullable Integer topic = topic(where);
    @Nullable ReplyParameters reply = reply(replyTo);
    if (form instanceof Form.Rich(String html)) {
      SendRichMessage call = SendRichMessage.builder().chatId(chat).richMessage(rich(html)).build();
      call.setMessageThreadId(topic);
      call.setReplyParameters(reply);
      keyboard.ifPresent(call::setReplyMarkup);
      return call;
    }
    SendMessage call = SendMessage.builder().chatId(chat).text(text(form)).build();
    call.setMessageThreadId(topic);
    call.setReplyParameters(reply);
    keyboard.ifPresent(call::setReplyMarkup);
    call.setParseMode(parseMode(form));
    call.setLinkPreviewOptions(noPreview());
    return call;
  }

  static BotApiMethod<?> edit(
      ChatAddress where, int message, Form form, Optional<InlineKeyboardMarkup> keyboard) {
    EditMessageText call =
        EditMessageText.builder().chatId(String.valueOf(where.chat())).messageId(message).build();
    call.setReplyMarkup(keyboard.orElse(null));
    if (form instanceof Form.Rich(String html)) {
      call.setRichMessage(rich(html));
    } else {
      call.setText(text(form));
      call.setParseMode(parseMode(form));
      call.setLinkPreviewOptions(noPreview());
    }
    return call;
  }

  /** A new caption under a file, which stays. */
  static BotApiMethod<?> caption(
      ChatAddress where, int message, Form form, Optional<InlineKeyboardMarkup> keyboard) {
    EditMessageCaption call =
        EditMessageCaption.builder()
            .chatId(String.valueOf(where.chat()))
            .messageId(message)
            .caption(text(form))
            .build();
    call.setParseMode(parseMode(form));
    call.setReplyMarkup(keyboard.orElse(null));
    return call;
  }

  static BotApiMethod<?> draft(ChatAddress where, int id, Form form) {
    @Nullable Integer topic = topic(where);
    if (form instanceof Form.Rich(String html)) {
      SendRichMessageDraft call =
          SendRichMessageDraft.builder()
              .chatId(where.chat())
              .draftId(id)
              .richMessage(rich(html))
              .build();
      call.setMessageThreadId(topic);
      return call;
    }
    SendMessageDraft call =
        SendMessageDraft.builder().chatId(where.chat()).draftId(id).text(text(form)).build();
    call.setMessageThreadId(topic);
    call.setParseMode(parseMode(form));
    return call;
  }

  static @Nullable Integer topic(ChatAddress where) {
    return where.topic() == 0 ? null : where.topic();
  }

  /** An answer to a message, which is sent although that may be gone; 0 for none. */
  static @Nullable ReplyParameters reply(int to) {
    return to == 0
        ? null
        : ReplyParameters.builder().messageId(to).allowSendingWithoutReply(true).build();
  }

  private static InputRichMessage rich(String html) {
    return InputRichMessage.builder().html(html).skipEntityDetection(true).build();
  }

  static String text(Form form) {
    return switch (form) {
      case Form.Rich rich -> rich.html();
      case Form.Tagged tagged -> tagged.html();
      case Form.Plain plain -> plain.text();
    };
  }

  static @Nullable String parseMode(Form form) {
    return form instanceof Form.Tagged ? HTML : null;
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }
}
