package io.switchboard.telegram.posting;

import io.switchboard.chat.PlaceId;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;

/**
 * What a chat is called now. Telegram tells bots no titles of topics: one is called as its chat.
 */
final class AskTitle {
  private final BotApi api;

  AskTitle(BotApi api) {
    this.api = api;
  }

  /** Empty if it has no title, or it is not told now. */
  Optional<String> of(PlaceId place) {
    GetChat call = GetChat.builder().chatId(ChatAddress.of(place).chat()).build();
    return api.ask(call) instanceof Answer.Done(var chat)
        ? Optional.of(chat.path("title").asText(""))
        : Optional.empty();
  }
}
