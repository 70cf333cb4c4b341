package io.switchboard.app.parts;

import io.switchboard.chat.message.Messengers;
import io.switchboard.command.sharing.RemindOwner;
import io.switchboard.command.sharing.TellCarriers;
import io.switchboard.community.Community;
import io.switchboard.community.PostText;
import io.switchboard.forget.Forgetting;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Pauses;
import io.switchboard.staff.Staff;
import io.switchboard.text.Texts;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What is said in chats, and by whom it is carried. */
public final class Chats {
  public final Texts texts = new Texts();
  public final Platforms platforms;
  public final Messengers messengers;
  public final Outbox outbox;
  public final Community community;
  public final Forgetting forgetting;
  public final Staff staff;

  /**
   * Nothing is listened to yet.
   *
   * @param address where the pages are; asked only once they are there
   */
  public Chats(
      Settings settings, InstantSource time, Kept kept, Supplier<URI> address, Started started) {
    platforms = started.add("platforms", new Platforms(settings, kept.database, time));
    messengers = platforms.messengers();
    outbox = new Outbox(messengers, new Pauses(kept.database, time));
    forgetting =
        new Forgetting(
            kept.database,
            time,
            settings.forget,
            new Forgetting.Rooms(kept.members, kept.conversations, kept.queue),
            new Forgetting.Chats(outbox, messengers));
    staff =
        started.add(
            "staff notices",
            new Staff(kept.database, time, settings.staff, messengers, outbox, texts));
    kept.sharing.tell(new TellCarriers(outbox, kept.members, texts));
    kept.sharing.remindBy(new RemindOwner(kept.sharing, kept.members, messengers, outbox, texts));
    community =
        new Community(
            kept.database,
            time,
            platforms.community(settings.community),
            messengers,
            kept.sharing,
            new PostText(texts, kept.members, path -> address.get() + path));
  }
}
