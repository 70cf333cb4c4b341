package io.switchboard.announce;

import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import java.util.List;

/** Who is there to be told something, which other rooms know. */
public interface Known {
  /** Places in which people use the bot together. */
  List<PlaceId> places();

  /** Whether somebody is told nothing: admins keep them out. */
  boolean keptOut(PersonId person);
}
