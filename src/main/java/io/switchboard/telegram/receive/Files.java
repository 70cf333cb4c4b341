package io.switchboard.telegram.receive;

import io.switchboard.chat.Attachment;
import io.switchboard.telegram.api.ChatAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** The files that came with a message; how they are found again is Telegram's file id. */
final class Files {
  private Files() {}

  static List<Attachment> in(Message message) {
    List<Attachment> files = new ArrayList<>();
    List<PhotoSize> sizes = message.getPhoto();
    if (sizes != null && !sizes.isEmpty()) {
      PhotoSize best =
          sizes.stream()
              .max(Comparator.comparingLong(s -> (long) s.getWidth() * s.getHeight()))
              .orElseThrow();
      add(files, "photo.jpg", "image/jpeg", best.getFileSize(), best.getFileId());
    }
    if (message.getDocument() != null) {
      var file = message.getDocument();
      add(files, file.getFileName(), file.getMimeType(), file.getFileSize(), file.getFileId());
    } else if (message.getAnimation() != null) {
      var file = message.getAnimation();
      add(files, file.getFileName(), file.getMimeType(), file.getFileSize(), file.getFileId());
    }
    if (message.getVoice() != null) {
      var file = message.getVoice();
      add(
          files,
          "voice.ogg",
          or(file.getMimeType(), "audio/ogg"),
          file.getFileSize(),
          file.getFileId());
    }
    if (message.getAudio() != null) {
      var file = message.getAudio();
      add(
          files,
          or(file.getFileName(), "audio"),
          file.getMimeType(),
          file.getFileSize(),
          file.getFileId());
    }
    if (message.getVideo() != null) {
      var file = message.getVideo();
      add(
          files,
          or(file.getFileName(), "video"),
          file.getMimeType(),
          file.getFileSize(),
          file.getFileId());
    }
    if (message.getVideoNote() != null) {
      var file = message.getVideoNote();
      add(files, "video.mp4", "video/mp4", file.getFileSize(), file.getFileId());
    }
    return files;
  }

  private static void add(
      List<Attachment> files,
      @Nullable String name,
      @Nullable String type,
      @Nullable Number bytes,
      String id) {
    files.add(
        new Attachment(
            or(name, "file"),
            or(type, "application/octet-stream"),
            bytes == null ? 0 : bytes.longValue(),
            ChatAddress.PLATFORM + ':' + id));
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
