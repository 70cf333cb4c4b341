package io.switchboard.telegram.menu;

import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChatMember;

/**
 * Where somebody finds a list of their own.
 *
 * @param reader who alone sees it in a chat of many; 0 for a private chat
 */
record Where(long chat, long reader) {
  static Where alone(long chat) {
    return new Where(chat, 0);
  }

  BotCommandScope scope() {
    return reader == 0
        ? BotCommandScopeChat.builder().chatId(chat).build()
        : BotCommandScopeChatMember.builder().chatId(chat).userId(reader).build();
  }
}
