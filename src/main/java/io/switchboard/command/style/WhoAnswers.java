package io.switchboard.command.style;

import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.style.Styles;
import io.switchboard.queue.limit.Allowances;
import io.switchboard.queue.limit.LimitReached;
import io.switchboard.queue.limit.rule.What;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which model answers a question. */
public final class WhoAnswers {
  private final Styles styles;
  private final ModelsOnOffer offer;
  private final Allowances allowances;

  public WhoAnswers(Styles styles, ModelsOnOffer offer, Allowances allowances) {
    this.allowances = allowances;
    this.styles = styles;
    this.offer = offer;
  }

  /**
   * Takes so many voice messages from what the asker may have written down.
   *
   * @return the limit that refuses it
   */
  public Optional<LimitReached> takeVoice(Visit visit, int count) {
    return count == 0
        ? Optional.empty()
        : allowances.take(voice(visit), visit.asker(), Map.of(What.VOICE, (long) count));
  }

  /** They are not written down after all. */
  public void giveVoiceBack(Visit visit) {
    allowances.giveBack(voice(visit));
  }

  /**
   * Takes one picture from what the asker may have drawn.
   *
   * @return the limit that refuses it
   */
  public Optional<LimitReached> takePicture(Visit visit) {
    return allowances.take(picture(visit), visit.asker(), Map.of(What.IMAGES, 1L));
  }

  /** It is not drawn after all. */
  public void givePictureBack(Visit visit) {
    allowances.giveBack(picture(visit));
  }

  /** Under which name a picture is taken. */
  public static String picture(Visit visit) {
    String key = "picture:" + visit.origin().key();
    return key.length() <= 200 ? key : key.substring(0, 200);
  }

  /** Under which name what is said or heard is taken. */
  public static String voice(Visit visit) {
    String key = "voice:" + visit.origin().key();
    return key.length() <= 200 ? key : key.substring(0, 200);
  }

  /** The one that was chosen for a conversation, if it may be; null for any account's own. */
  public @Nullable String model(Visit visit, ConversationId conversation) {
    return offer.chosen(visit.asker(), styles.of(conversation, visit.id()).model());
  }
}
