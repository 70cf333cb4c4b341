package io.switchboard.discord.speaking;

import io.switchboard.chat.message.Upload;
import java.util.Base64;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A message's document together with its file, as Discord takes them: in one multipart body. */
final class Parcel {
  private static final int DESCRIPTION = 1024;
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private Parcel() {}

  /** The document and, if there is one, the file. */
  static RequestBody of(DataObject message, @Nullable Upload file) {
    if (file == null) {
      return RequestBody.create(message.toJson(), JSON);
    }
    MediaType type = MediaType.parse(file.type());
    return new MultipartBody.Builder()
        .setType(MultipartBody.FORM)
        .addFormDataPart("payload_json", null, RequestBody.create(message.toJson(), JSON))
        .addFormDataPart("files[0]", file.name(), RequestBody.create(file.content(), type))
        .build();
  }

  /** The message, announcing its one file; instead of any it had. */
  static DataObject announcing(DataObject message, Upload file) {
    return message.put("attachments", DataArray.empty().add(entry(file)));
  }

  private static DataObject entry(Upload file) {
    DataObject entry = DataObject.empty().put("id", 0).put("filename", file.name());
    String text = file.description();
    return text.isEmpty() ? entry : entry.put("description", shortened(text));
  }

  private static String shortened(String text) {
    if (text.length() <= DESCRIPTION) {
      return text;
    }
    int end = DESCRIPTION - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /**
   * A message that is nothing but a voice: it has no text and no buttons.
   *
   * @return empty if the sound is no OGG with Opus
   */
  static Optional<DataObject> voice(Upload file) {
    return OpusInOgg.read(file.content())
        .map(
            sound ->
                DataObject.empty()
                    .put("flags", MessageBody.VOICE)
                    .put("allowed_mentions", MessageBody.noMentions())
                    .put(
                        "attachments",
                        DataArray.empty()
                            .add(
                                entry(file)
                                    .put("duration_secs", sound.seconds())
                                    .put(
                                        "waveform",
                                        Base64.getEncoder().encodeToString(sound.waveform())))));
  }
}
