package io.switchboard.discord.speaking;

import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.discord.id.Ids;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Opens the direct messages with people. */
public final class PrivateChannels {
  private final Rest rest;

  public PrivateChannels(Rest rest) {
    this.rest = rest;
  }

  /** The channel with this person; the same each time. */
  public Optional<PlaceId> with(PersonId person) {
    String user = person.value().substring(person.value().indexOf(':') + 1);
    Rest.Outcome outcome =
        rest.call(
            Route.Self.CREATE_PRIVATE_CHANNEL.compile(),
            DataObject.empty().put("recipient_id", user));
    return outcome instanceof Rest.Outcome.Done(DataObject channel)
        ? Optional.of(Ids.place(channel.getString("id")))
        : Optional.empty();
  }
}
