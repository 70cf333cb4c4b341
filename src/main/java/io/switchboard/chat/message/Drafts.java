package io.switchboard.chat.message;

import io.switchboard.chat.PlaceId;
import io.switchboard.markup.Document;
import java.util.List;

/**
 * A platform that can show a text while it grows without it being a message yet. A draft is not
 * kept: the final text must be sent as a message, which takes the draft's place.
 */
public interface Drafts {
  /**
   * Shows a draft, or what it has become. Blocks; does not try again. It vanishes by itself some
   * seconds after the last call (on Telegram: 30).
   *
   * @param place a private chat
   * @param draftId the same for every state of the same draft, not 0
   * @param body as it is now; with nothing in it, a sign that an answer is being prepared
   * @return whether it is shown; false too where drafts cannot be shown at all
   */
  boolean draft(PlaceId place, long draftId, Document body);

  /**
   * How many drafts a place takes, all rates at once; they do not count as sends or edits. Empty
   * where drafts cannot be shown.
   */
  List<Rate> draftRates(PlaceId place);
}
