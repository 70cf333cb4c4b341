package io.switchboard.telegram.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.check.Findings;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/** What the bot may do in the chats that the configuration names. */
final class CheckChats {
  private final BotApi api;
  private final long bot;
  private final boolean hearsAll;

  CheckChats(BotApi api, long bot, boolean hearsAll) {
    this.api = api;
    this.bot = bot;
    this.hearsAll = hearsAll;
  }

  void look(Findings findings, String entry, String key) {
    String where = key + ": " + entry;
    ChatAddress address;
    try {
      address = ChatAddress.ofChannel(entry);
    } catch (IllegalArgumentException e) {
      findings.wrong(where + " is not written as telegram-chat:ID or telegram-chat:ID/TOPIC");
      return;
    }
    String id = String.valueOf(address.chat());
    switch (api.ask(GetChat.builder().chatId(id).build())) {
      case Answer.Done(JsonNode chat) -> {
        if (!address.isPrivate()) {
          rights(findings, where, id, chat);
        }
        if (address.topic() != 0) {
          topic(findings, where, address);
        }
      }
      case Answer.Refused(_, _, _, Optional<Long> moved) when moved.isPresent() ->
          findings.wrong(
              where + " has become a supergroup: write telegram-chat:" + moved.get() + " instead");
      case Answer.Refused refused when refused.code() == 403 || refused.says("not found") ->
          findings.wrong(
              where
                  + " is not known to the bot: add the bot there, and see that the id is right"
                  + " (those of groups and channels are negative, those of supergroups begin with"
                  + " -100)");
      case Answer other ->
          findings.wrong(where + " could not be asked for (" + other.told() + "): check again");
    }
  }

  private void rights(Findings findings, String where, String id, JsonNode chat) {
    Answer answer = api.ask(GetChatMember.builder().chatId(id).userId(bot).build());
    if (!(answer instanceof Answer.Done(JsonNode member))) {
      findings.wrong(
          where
              + ": what the bot may do there could not be asked ("
              + answer.told()
              + "): add the bot there anew");
      return;
    }
    String title = chat.path("title").asText("?");
    String named = where + " (" + title + ")";
    String status = member.path("status").asText("");
    boolean administrator = status.equals("administrator") || status.equals("creator");
    if (status.equals("left") || status.equals("kicked")) {
      findings.wrong(named + ": the bot is not in it: add it there");
    } else if (chat.path("type").asText("").equals("channel")) {
      if (administrator && member.path("can_post_messages").asBoolean()) {
        findings.ok(named + ": the bot may post there");
      } else {
        findings.wrong(
            named
                + ": the bot may not post: make it an administrator of the channel with the right"
                + " to post messages");
      }
    } else if (muted(member, status) || (!administrator && closed(chat))) {
      findings.wrong(
          named
              + ": the bot may not write there: give it back the right to send messages, or make it"
              + " an administrator");
    } else if (hearsAll || administrator) {
      findings.ok(named + ": the bot may write there and hears everything");
    } else {
      findings.ok(named + ": the bot may write there, and hears what is meant for it");
    }
  }

  private static boolean muted(JsonNode member, String status) {
    return status.equals("restricted") && !member.path("can_send_messages").asBoolean();
  }

  private static boolean closed(JsonNode chat) {
    return !chat.path("permissions").path("can_send_messages").asBoolean(true);
  }

  /** Nothing else tells whether a topic is there; people see for a moment that the bot types. */
  private void topic(Findings findings, String where, ChatAddress address) {
    Answer answer =
        api.ask(
            SendChatAction.builder()
                .chatId(String.valueOf(address.chat()))
                .messageThreadId(address.topic())
                .action("typing")
                .build());
    if (answer instanceof Answer.Refused refused) {
      findings.wrong(
          where
              + ": topic "
              + address.topic()
              + " is refused ("
              + refused.why()
              + "): copy the number from the link of a message in it, t.me/c/CHAT/TOPIC/MESSAGE");
    }
  }
}
