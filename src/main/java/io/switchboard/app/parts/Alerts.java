package io.switchboard.app.parts;

import io.switchboard.alert.Watch;
import io.switchboard.app.settings.Settings;
import java.time.InstantSource;

/** Wires what the staff should hear of. */
public final class Alerts {
  private Alerts() {}

  /** Nothing is looked at yet. */
  public static Watch of(Settings settings, InstantSource time, Kept kept, Chats chats) {
    return new Watch(
        settings.alerts,
        new Watch.Rooms(
            kept.database,
            chats.staff,
            kept.queue.busy(),
            new Watch.Pools(kept.queue.statistics(), kept.limits)),
        new Outlook(chats.platforms, settings.dataFolder()),
        time);
  }
}
