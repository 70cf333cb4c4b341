package io.switchboard.telegram.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.chat.event.Reaction;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

class ReactionReaderTest {
  private static Reaction read(String json) throws JsonProcessingException {
    return ReactionReader.read(new ObjectMapper().readValue(json, Update.class)).orElseThrow();
  }

  /**
   * A channel tells how often each sign was given; of stars one person gives as many as they pay.
   */
  @Test
  void starsThatWerePaidForAreNotCountedAsPeople() throws JsonProcessingException {
    Reaction counted =
        read(
            """
            {"update_id": 1, "message_reaction_count": {
              "chat": {"id": -1001, "type": "channel", "title": "News"},
              "message_id": 7, "date": 1790000000,
              "reactions": [
                {"type": {"type": "paid"}, "total_count": 250},
                {"type": {"type": "emoji", "emoji": "👍"}, "total_count": 3},
                {"type": {"type": "custom_emoji", "custom_emoji_id": "54"}, "total_count": 2}]}}
            """);
    assertThat(((Reaction.Counted) counted).signs()).isEqualTo(Map.of("👍", 3, "custom:54", 2));
  }

  /** A group tells who gave which: whoever paid is one person, however many stars they gave. */
  @Test
  void whoPaidIsOnePerson() throws JsonProcessingException {
    Reaction now =
        read(
            """
            {"update_id": 1, "message_reaction": {
              "chat": {"id": -1001, "type": "supergroup", "title": "Friends"},
              "message_id": 7, "date": 1790000000, "user": {"id": 5, "is_bot": false, "first_name": "Ben"},
              "old_reaction": [], "new_reaction": [{"type": "paid"}]}}
            """);
    assertThat(((Reaction.Now) now).signs()).containsExactly("paid");
  }
}
