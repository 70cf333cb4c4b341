package io.switchboard.telegram.send;

import io.switchboard.chat.Destination;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.markup.Document;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;

/**
 * Sends files. What Telegram does not take as what it is (a picture of odd proportions, a voice for
 * somebody who wants none) goes out as the next plainer thing; in the end as a file to save.
 */
public final class Uploading {
  private static final long PICTURE = 10L << 20;
  private static final long OTHER = 50L << 20;

  private final BotApi api;
  private final Speaker speaker;

  /** Sends by these calls; a group that has moved is followed like a message's. */
  public Uploading(BotApi api, Speaker speaker) {
    this.api = api;
    this.speaker = speaker;
  }

  /** How large a file may be. */
  public static long mostBytes(Upload.Kind kind) {
    return kind == Upload.Kind.PICTURE ? PICTURE : OTHER;
  }

  /** Sends; see {@link io.switchboard.chat.message.Uploads#upload}. */
  public Delivery upload(Destination to, Upload file, Reply caption) {
    if (file.content().length > OTHER) {
      return new Delivery.Gone("Telegram takes no file of over 50 MB");
    }
    ChatAddress where = ChatAddress.of(to.place());
    int replyTo = to.handle().isEmpty() ? 0 : Integer.parseInt(to.handle());
    Document body = Keyboard.withLinks(caption.body(), caption.buttons());
    ChatAddress[] last = {where};
    Answer answer = new Answer.Silent("nothing was tried");
    for (Sort sort : Sort.of(file)) {
      answer =
          Captions.inSomeForm(
              body,
              form ->
                  speaker.following(
                      where,
                      there -> {
                        last[0] = there;
                        int answered = there.equals(where) ? replyTo : 0;
                        return api.upload(
                            sort.call(there, answered, file, form, Keyboard.of(caption.buttons())));
                      }));
      if (!(answer instanceof Answer.Refused refused && sort.refusedAsSuch(refused))) {
        break;
      }
    }
    speaker.note(last[0], answer, caption.buttons());
    return Deliveries.ofSend(answer, last[0]);
  }
}
