package io.switchboard.telegram.send;

import io.switchboard.chat.message.Upload;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.ChatAddress;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendAudio;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaBotMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendVoice;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** What Telegram can send a file as. */
enum Sort {
  PHOTO,
  VOICE,
  AUDIO,
  DOCUMENT;

  /** What a file is sent as, the best first. */
  static List<Sort> of(Upload file) {
    List<Sort> sorts = new ArrayList<>();
    switch (file.kind()) {
      case PICTURE -> {
        if (file.content().length <= Uploading.mostBytes(Upload.Kind.PICTURE)) {
          sorts.add(PHOTO);
        }
      }
      case VOICE, AUDIO -> {
        if (file.isVoice()) {
          sorts.add(VOICE);
        }
        if (file.type().matches("(?i)audio/(mpeg|mp3|mp4|m4a|x-m4a|aac).*")) {
          sorts.add(AUDIO);
        }
      }
      case DOCUMENT -> {}
    }
    sorts.add(DOCUMENT);
    return sorts;
  }

  /** Whether it was refused for what it was sent as. */
  boolean refusedAsSuch(Answer.Refused refusal) {
    return switch (this) {
      case PHOTO ->
          refusal.code() == 400 && (refusal.says("photo") || refusal.says("image_process"));
      case VOICE, AUDIO ->
          refusal.says("VOICE_MESSAGES_FORBIDDEN") || refusal.says("rights to send");
      case DOCUMENT -> false;
    };
  }

  /**
   * The call.
   *
   * @param replyTo 0 for none
   */
  SendMediaBotMethod<Message> call(
      ChatAddress where,
      int replyTo,
      Upload file,
      Form caption,
      Optional<InlineKeyboardMarkup> keyboard) {
    InputFile content = new InputFile(new ByteArrayInputStream(file.content()), file.name());
    String chat = String.valueOf(where.chat());
    @Nullable Integer topic = Calls.topic(where);
    @Nullable ReplyParameters reply = Calls.reply(replyTo);
    @Nullable InlineKeyboardMarkup keys = keyboard.orElse(null);
    String text = Calls.text(caption);
    @Nullable String said = text.isEmpty() ? null : text;
    @Nullable String mode = said == null ? null : Calls.parseMode(caption);
    // The library gives what these have in common no common setters.
    return switch (this) {
      case PHOTO -> {
        SendPhoto call = SendPhoto.builder().chatId(chat).photo(content).build();
        call.setCaption(said);
        call.setParseMode(mode);
        call.setMessageThreadId(topic);
        call.setReplyParameters(reply);
        call.setReplyMarkup(keys);
        yield call;
      }
      case VOICE -> {
        SendVoice call = SendVoice.builder().chatId(chat).voice(content).build();
        call.setCaption(said);
        call.setParseMode(mode);
        call.setMessageThreadId(topic);
        call.setReplyParameters(reply);
        call.setReplyMarkup(keys);
        yield call;
      }
      case AUDIO -> {
        SendAudio call = SendAudio.builder().chatId(chat).audio(content).build();
        call.setCaption(said);
        call.setParseMode(mode);
        call.setMessageThreadId(topic);
        call.setReplyParameters(reply);
        call.setReplyMarkup(keys);
        yield call;
      }
      case DOCUMENT -> {
        SendDocument call = SendDocument.builder().chatId(chat).document(content).build();
        call.setCaption(said);
        call.setParseMode(mode);
        call.setMessageThreadId(topic);
        call.setReplyParameters(reply);
        call.setReplyMarkup(keys);
        yield call;
      }
    };
  }
}
