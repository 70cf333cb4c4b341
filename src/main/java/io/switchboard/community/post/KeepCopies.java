package io.switchboard.community.post;

import io.switchboard.alarm.Alarms;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.post.Reach;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.kept.CopyRow;
import io.switchboard.community.kept.CopyRow.State;
import io.switchboard.community.kept.CopyTable;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.db.Database;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.own.LookAtOwn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes copies in the channels, and has each show what it should. Blocks. */
public final class KeepCopies {
  /** The kind of the alarms at which it is tried again. */
  public static final String AGAIN = "community-post";

  private static final Logger log = LoggerFactory.getLogger(KeepCopies.class);

  /** After each failure in a row; nine of them are a week and a half. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(2),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(5));

  private final Database database;
  private final InstantSource time;
  private final Switches switches;
  private final Sharing sharing;
  private final Channels channels;
  private final Alarms alarms;
  private final MayBeShown may;
  private final ClaimCopies claims;
  private volatile BiConsumer<ShareId, String> givenUp = (share, channel) -> {};

  /** Answers the alarms of its kind. */
  public KeepCopies(
      Database database,
      InstantSource time,
      Switches switches,
      Sharing sharing,
      Channels channels,
      Alarms alarms) {
    this.database = database;
    this.time = time;
    this.switches = switches;
    this.sharing = sharing;
    this.channels = channels;
    this.alarms = alarms;
    claims = new ClaimCopies(database, time, switches, alarms);
    may = new MayBeShown(database, switches::approval);
    alarms.onRing(AGAIN, id -> look(new ShareId(Long.parseLong(id)), false));
  }

  /** The names of the tags that authors can choose. */
  public List<String> tags() {
    return channels.tags();
  }

  /** Says who wants to know of a copy that is out of reach for good, by its channel. At wiring. */
  public void onGivenUp(BiConsumer<ShareId, String> listener) {
    givenUp = listener;
  }

  /** Makes the copies that are missing in the channels there are, if it is to be shown. */
  public Standing show(ShareId share) {
    // What was given up may be in reach again: it is changed, and not posted a second time.
    if (copies(share).stream().anyMatch(CopyRow::givenUp)) {
      var _ = look(share, true);
    }
    Optional<ItemRow> item = item(share);
    if (item.isPresent() && switches.on() && wish(item.get()) instanceof Wish.Show) {
      claims.plan(item.get(), copies(share));
      for (String channel : switches.channels()) {
        claims.of(share, channel).ifPresent(mine -> make(item.get(), mine));
      }
    }
    return look(share, true);
  }

  /**
   * Has the copies there are show what they should.
   *
   * @param atOnce whether also those whose time to be tried again has not come
   */
  public Standing look(ShareId share, boolean atOnce) {
    Set<Long> tried = new HashSet<>();
    boolean worked = true;
    while (worked) {
      worked = false;
      Optional<ItemRow> item = item(share);
      if (item.isEmpty()) {
        return new Standing(0, List.of());
      }
      Wish wish = wish(item.get());
      for (CopyRow copy : copies(share)) {
        boolean due = atOnce || copy.trouble().due(time.instant());
        boolean again = atOnce && copy.givenUp();
        if (due && (again || toDo(copy, wish)) && tried.add(copy.id())) {
          worked |= work(item.get(), copy, wish);
        } else if (toDo(copy, wish) && copy.trouble().failures() == 0 && !tried.isEmpty()) {
          // It was done, and is to be done once more: something has changed meanwhile.
          worked |= work(item.get(), copy, wish);
        } else if (copy.state() == State.WITHDRAWN
            && wish instanceof Wish.Show
            && switches.open(copy.channel())
            && tried.contains(copy.id())) {
          // Whoever wanted it back did not find it withdrawn yet.
          worked |= work(item.get(), copy, wish);
        }
      }
    }
    return standing(share);
  }

  private boolean toDo(CopyRow copy, Wish wish) {
    return switch (copy.state()) {
      case SHOWN -> copy.message() != null && wish.differsFrom(copy);
      case POSTING ->
          copy.trouble().againAt() != null && wish instanceof Wish.Show && switches.on();
      default -> false;
    };
  }

  private boolean work(ItemRow item, CopyRow copy, Wish wish) {
    Instant now = time.instant();
    if (copy.state() == State.POSTING || copy.state() == State.WITHDRAWN) {
      Optional<ClaimCopies.Mine> mine = claims.of(copy.share(), copy.channel());
      mine.ifPresent(m -> make(item, m));
      return mine.isPresent();
    }
    MessageId message = copy.message();
    if (message == null
        || !database.inTransaction(h -> CopyTable.busy(h, copy, now, now.plus(ClaimCopies.BUSY)))) {
      return false;
    }
    settle(copy, wish, channels.bring(copy, message, wish, item.owner()));
    return true;
  }

  private void settle(CopyRow copy, Wish wish, Reach reach) {
    Instant now = time.instant();
    switch (reach) {
      case Reach.Done done ->
          database.useTransaction(h -> CopyTable.done(h, copy, after(wish), version(wish), now));
      case Reach.Missing missing -> {
        boolean wanted = wish instanceof Wish.Show;
        database.useTransaction(
            h -> {
              if (wanted) {
                CopyTable.failed(h, copy, State.LOST, "", null, now);
              } else {
                CopyTable.done(h, copy, after(wish), version(wish), now);
              }
            });
      }
      case Reach.Barred(String why) -> failed(copy, why);
      case Reach.Unknown(String why) -> failed(copy, Standing.Out.SILENT + why);
      case Reach.Later(Duration pause) -> failed(copy, Standing.Out.BUSY);
    }
  }

  private static State after(Wish wish) {
    return switch (wish) {
      case Wish.Show show -> State.SHOWN;
      case Wish.Leave leave -> State.SHOWN;
      case Wish.End end -> State.ENDED;
      case Wish.Away away -> State.WITHDRAWN;
    };
  }

  private static long version(Wish wish) {
    return wish instanceof Wish.Show show ? show.version() : -1;
  }

  private void failed(CopyRow copy, String why) {
    int before = copy.trouble().failures();
    @Nullable Instant again =
        before < PAUSES.size() ? time.instant().plus(PAUSES.get(before)) : null;
    State state = again == null && copy.state() == State.SHOWN ? State.LOST : copy.state();
    log.warn("The post of share {} in {}: {}", copy.share(), copy.channel(), why);
    database.useTransaction(h -> CopyTable.failed(h, copy, state, why, again, time.instant()));
    if (again != null) {
      try {
        alarms.set(AGAIN, copy.share().toString(), again);
      } catch (RuntimeException e) {
        log.warn("no alarm for the post of share {}; the hourly sweep does it", copy.share(), e);
      }
    } else if (copy.state() == State.SHOWN) {
      givenUp.accept(copy.share(), copy.channel());
    }
  }

  private void make(ItemRow item, ClaimCopies.Mine mine) {
    CopyRow copy = mine.copy();
    // What was to be tried again may belong to a channel that was taken out since.
    if (!(wish(item) instanceof Wish.Show show) || !switches.open(copy.channel())) {
      Instant now = time.instant();
      database.useTransaction(h -> CopyTable.done(h, copy, State.WITHDRAWN, -1, now));
      return;
    }
    Delivery delivery = channels.make(copy, show, item.owner(), mine.perhapsThere());
    Instant now = time.instant();
    switch (delivery) {
      case Delivery.Delivered(MessageId message) ->
          database.useTransaction(
              h -> {
                // What was found may show what it was to show then.
                CopyTable.made(h, copy, message, mine.perhapsThere() ? -1 : show.version(), now);
                ItemTable.posted(h, copy.share(), now);
              });
      case Delivery.Gone(String why) -> failed(copy, why);
      case Delivery.Throttled throttled -> failed(copy, Standing.Out.BUSY);
      case Delivery.Failed(String why, boolean perhaps) -> {
        if (perhaps) {
          // It must not be there twice.
          unheard(copy, Standing.Out.SILENT + why);
        } else {
          failed(copy, Standing.Out.SILENT + why);
        }
      }
    }
  }

  /** Where it can be looked for it, it is, before it is posted once more; else nobody does. */
  private void unheard(CopyRow copy, String why) {
    Instant now = time.instant();
    int before = copy.trouble().failures();
    if (!channels.canLook(copy.channel()) || before >= PAUSES.size()) {
      database.useTransaction(h -> CopyTable.failed(h, copy, State.POSTING, why, null, now));
      return;
    }
    Instant again = now.plus(PAUSES.get(before));
    database.useTransaction(h -> CopyTable.unheard(h, copy, why, again));
    alarms.set(AGAIN, copy.share().toString(), again);
  }

  private Optional<ItemRow> item(ShareId share) {
    return database.read(h -> ItemTable.find(h, share));
  }

  private List<CopyRow> copies(ShareId share) {
    return database.read(h -> CopyTable.of(h, share));
  }

  private Wish wish(ItemRow item) {
    Optional<LookAtOwn.Seen> seen = sharing.looking().seen(item.share(), item.owner());
    return Wish.of(item, seen, seen.filter(may::then).isPresent());
  }

  /** What may be shown. */
  public MayBeShown may() {
    return may;
  }

  /** How they stand now. */
  public Standing standing(ShareId share) {
    boolean wanted = item(share).filter(i -> wish(i) instanceof Wish.Show).isPresent();
    return Standing.of(copies(share), wanted);
  }
}
