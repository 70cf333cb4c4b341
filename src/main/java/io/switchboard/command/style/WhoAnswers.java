package io.switchboard.command.style;

import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.style.Styles;
import org.jspecify.annotations.Nullable;

/** Which model answers a question. */
public final class WhoAnswers {
  private final Styles styles;
  private final ModelsOnOffer offer;

  public WhoAnswers(Styles styles, ModelsOnOffer offer) {
    this.styles = styles;
    this.offer = offer;
  }

  /** The one that was chosen for a conversation, if it may be; null for any account's own. */
  public @Nullable String model(Visit visit, ConversationId conversation) {
    return offer.chosen(visit.asker(), styles.of(conversation, visit.id()).model());
  }
}
