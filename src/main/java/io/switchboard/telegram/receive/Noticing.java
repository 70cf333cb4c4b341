package io.switchboard.telegram.receive;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Form;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes note of what has come and was taken.
 *
 * @param inbox takes it
 * @param note is quick
 */
public record Noticing(Inbox inbox, Consumer<Incoming> note) implements Inbox {
  @Override
  public void receive(Incoming incoming) {
    inbox.receive(incoming);
    note.accept(incoming);
  }

  @Override
  public void deleted(PlaceId place, MessageId message) {
    inbox.deleted(place, message);
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
    inbox.react(reaction);
  }
}
