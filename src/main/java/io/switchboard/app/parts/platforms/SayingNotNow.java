package io.switchboard.app.parts.platforms;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Form;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.NotNow;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.db.Database;
import java.util.List;
import java.util.Optional;

/** Tells platforms, which know no database, that it is away. */
record SayingNotNow(Inbox inbox) implements Inbox {
  @Override
  public void receive(Incoming incoming) {
    stored(() -> inbox.receive(incoming));
  }

  @Override
  public void deleted(PlaceId place, MessageId message) {
    stored(() -> inbox.deleted(place, message));
  }

  @Override
  public List<Suggestion> suggest(Typing typing) {
    return inbox.suggest(typing);
  }

  @Override
  public Optional<Form> form(ButtonPress press) {
    return inbox.form(press);
  }

  @Override
  public void react(Reaction reaction) {
    stored(() -> inbox.react(reaction));
  }

  private static void stored(Runnable storing) {
    try {
      storing.run();
    } catch (RuntimeException e) {
      throw Database.wasAway(e) ? new NotNow(e) : e;
    }
  }
}
