package io.switchboard.app.parts.site;

import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.web.share.Around;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The chats to which a page leads its reader. */
public final class GoOnInChat {
  private final Messengers messengers;

  public GoOnInChat(Messengers messengers) {
    this.messengers = messengers;
  }

  /** The private chats with the bot, where it is known how a browser opens them. */
  public List<Around.Onward> with(String start) {
    List<Around.Onward> chats = new ArrayList<>();
    for (Messenger on :
        messengers.all().stream().sorted(Comparator.comparing(Messenger::platform)).toList()) {
      if (on instanceof PrivateChats chat) {
        String name = on.platform();
        String shown = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        chat.chatAddress(start).ifPresent(address -> chats.add(new Around.Onward(shown, address)));
      }
    }
    return chats;
  }
}
