package io.switchboard.app.parts;

import io.switchboard.announce.Announcing;
import io.switchboard.announce.SayAnnouncements;
import io.switchboard.app.parts.platforms.Platforms;
import io.switchboard.app.settings.Settings;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.sharing.RemindOwner;
import io.switchboard.command.sharing.TellCarriers;
import io.switchboard.command.visit.Links;
import io.switchboard.community.Community;
import io.switchboard.forget.Forgetting;
import io.switchboard.forget.StillCounts;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Pauses;
import io.switchboard.queue.InChat;
import io.switchboard.relay.CarryOver;
import io.switchboard.relay.LinkedPlaces;
import io.switchboard.staff.LogFeed;
import io.switchboard.staff.LogWords;
import io.switchboard.staff.Staff;
import io.switchboard.staff.card.Cards;
import io.switchboard.text.Texts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** What is said in chats, and by whom it is carried. */
public final class Chats {
  /** Longer than its holder takes from one round to the next. */
  private static final Duration CARRY_LEASE = Duration.ofSeconds(10);

  public final Texts texts = new Texts();
  public final Platforms platforms;
  public final Messengers messengers;
  public final Outbox outbox;
  public final Community community;
  public final Forgetting forgetting;
  public final Staff staff;
  public final LogFeed feed;
  public final Announcing announcing;
  public final LinkedPlaces linked;
  public final CarryOver carryOver;
  public final Cards cards;

  /** To the pages. */
  public final Links links;

  /**
   * Nothing is listened to yet.
   *
   * @param address where the pages are; asked only once they are there
   */
  public Chats(
      Settings settings, InstantSource time, Kept kept, Supplier<URI> address, Started started) {
    links = new Links(() -> address.get().toString());
    platforms = started.add("platforms", new Platforms(settings, kept.database, time));
    messengers = platforms.messengers();
    outbox = new Outbox(messengers, new Pauses(kept.database, time));
    StillCounts still = new StillCounts(kept.database, time, kept.limits, kept.marks);
    kept.members.welcomeBy(still);
    forgetting =
        new Forgetting(
            kept.database,
            time,
            settings.forget,
            new Forgetting.Rooms(kept.members, kept.conversations, kept.queue, still),
            new Forgetting.Chats(outbox, messengers, Reply.of(Document.plain("…"))));
    linked = new LinkedPlaces(kept.database, time, kept.conversations.homes());
    kept.conversations.shownElsewhere(linked::answerIn);
    carryOver =
        new CarryOver(
            kept.database,
            time,
            new CarryOver.Speech(outbox, messengers, kept.members, texts),
            () -> kept.alone() || kept.leases.hold("linked-places", CARRY_LEASE));
    staff =
        started.add(
            "staff notices",
            new Staff(
                kept.database, time, platforms.staff(settings.staff), messengers, outbox, texts));
    announcing =
        new Announcing(
            kept.database,
            time,
            new WhoIsThere(kept, messengers),
            staff.language(),
            started.add(
                "announcements",
                new SayAnnouncements(kept.database, time, messengers, outbox, texts)));
    String process = kept.alone() ? "" : kept.leases.holder();
    feed =
        started.add(
            "log feed",
            new LogFeed(
                kept.database,
                kept.logs,
                staff,
                outbox,
                new LogWords(texts, staff.language(), settings.time.id(), process),
                time));
    kept.sharing.tell(new TellCarriers(outbox, kept.members, texts));
    kept.sharing.remindBy(new RemindOwner(kept.sharing, kept.members, messengers, outbox, texts));
    cards = started.add("staff cards", new Cards(kept.database, time, staff, outbox));
    community =
        started.add(
            "community",
            new Community(
                kept.database,
                time,
                platforms.community(settings.community),
                new Community.Chats(messengers, outbox, cards),
                new Community.Sources(kept.sharing, kept.members, kept.alarms),
                new Community.Words(texts, path -> address.get() + path, settings.time.id())));
  }

  /** What was asked and shown before this process began. */
  public void remember(List<InChat.Lately> lately) {
    for (InChat.Lately one : lately) {
      if (messengers.of(one.asked().place().platform()).orElse(null) instanceof Recall recall) {
        recall.remember(one.asked(), one.shown());
      }
    }
  }
}
