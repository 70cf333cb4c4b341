package io.switchboard.web.admin;

import io.switchboard.markup.Document;
import io.switchboard.member.access.Role;
import io.switchboard.member.session.Authority;
import java.util.Locale;
import java.util.function.Consumer;

/** The commands, as pages use them. */
public interface Acts {
  /** Whether somebody with this role may use this command. */
  boolean may(Role role, String command);

  /**
   * Does it, and writes it down as if it had been said in a chat.
   *
   * @param command its name, without the slash
   * @param arguments as they are written in a chat
   * @param later hears what the bot would say when it is done with what takes minutes
   * @return what the bot would answer
   */
  Document act(
      Authority.Holder who,
      Locale language,
      String command,
      String arguments,
      Consumer<Document> later);
}
