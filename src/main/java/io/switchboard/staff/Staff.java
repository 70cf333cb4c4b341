package io.switchboard.staff;

import io.switchboard.chat.Destination;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.db.Database;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import io.switchboard.markup.fill.Filled;
import io.switchboard.markup.fill.KeptLine;
import io.switchboard.pacing.DoWhatWaits;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the staff what they should know. Nothing here waits for a platform. */
public final class Staff implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Staff.class);

  /** Longer than the outbox tries. */
  private static final Duration BUSY = Duration.ofMinutes(2);

  private final Database database;
  private final InstantSource time;
  private final StaffSettings settings;
  private final Messengers messengers;
  private final Outbox outbox;
  private final Texts texts;
  private final DoWhatWaits saying =
      new DoWhatWaits(
          "staff",
          this::sayWaiting,
          e -> log.warn("The staff could not be told; it is tried again within an hour", e));

  public Staff(
      Database database,
      InstantSource time,
      StaffSettings settings,
      Messengers messengers,
      Outbox outbox,
      Texts texts) {
    this.database = database;
    this.time = time;
    this.settings = settings;
    this.messengers = messengers;
    this.outbox = outbox;
    this.texts = texts;
  }

  /** Where the staff reads, as far as the platforms are switched on. */
  public List<PlaceId> places() {
    return settings.channels().stream().map(this::place).flatMap(Optional::stream).toList();
  }

  /** The names of the platforms that are switched on. */
  public List<String> platforms() {
    return messengers.all().stream().map(Messenger::platform).toList();
  }

  private Optional<PlaceId> place(String channel) {
    return messengers.all().stream().flatMap(m -> m.named(channel).stream()).findFirst();
  }

  /** The language that is spoken there. */
  public Locale language() {
    return Texts.language(Locale.forLanguageTag(settings.language()));
  }

  /** A message in the staff's language, to be part of another. */
  public String say(String key, Object... arguments) {
    return texts.say(language(), key, arguments);
  }

  /** The place that the configuration calls so, as people call it. May ask its platform. */
  public Inline.Channel called(String scope) {
    return messengers.called(scope);
  }

  /** The same as it is known, for those who cannot wait. */
  public Inline.Channel known(String scope) {
    return messengers.known(scope);
  }

  /**
   * Something went wrong: says so, unless that was said and is not over.
   *
   * @param subject the same until {@link #over}, such as {@code account main}; at most 200
   *     characters
   * @param key of the message
   * @param arguments as of {@link Filled#in}; a {@link Supplier} is asked only if it is said
   */
  public void raise(String subject, String key, Object... arguments) {
    if (database.read(h -> NoticeTable.since(h, subject)).isPresent()) {
      saying.soon();
      return;
    }
    String text = text(key, arguments);
    try {
      database.useTransaction(
          h -> {
            if (!NoticeTable.isRaised(h, subject)) {
              Instant now = time.instant();
              NoticeTable.raise(h, subject, now);
              add(h, text);
            }
          });
    } catch (UnableToExecuteStatementException e) {
      log.debug("somebody else raised {} at the same moment", subject, e);
    }
    saying.soon();
  }

  /** It is over: says so, if it was said that it had begun. */
  public void over(String subject, String key, Object... arguments) {
    if (database.read(h -> NoticeTable.since(h, subject)).isEmpty()) {
      return;
    }
    String text = text(key, arguments);
    database.useTransaction(
        h -> {
          if (NoticeTable.end(h, subject)) {
            add(h, text);
          }
        });
    saying.soon();
  }

  /** Says something once. */
  public void tell(String key, Object... arguments) {
    String text = text(key, arguments);
    database.useTransaction(h -> add(h, text));
    saying.soon();
  }

  /** Something is wrong of which another trouble tells; from now on it has begun. */
  public void begin(String subject) {
    try {
      database.useTransaction(
          h -> {
            if (!NoticeTable.isRaised(h, subject)) {
              NoticeTable.raise(h, subject, time.instant());
            }
          });
    } catch (UnableToExecuteStatementException e) {
      log.debug("somebody else began {} at the same moment", subject, e);
    }
  }

  /** It is over, of which nothing is said. */
  public void end(String subject) {
    if (database.read(h -> NoticeTable.since(h, subject)).isPresent()) {
      database.useTransaction(h -> NoticeTable.end(h, subject));
    }
  }

  /**
   * The same for all whose subject begins so, but these: what is not watched any more cannot be
   * found to be over.
   */
  public void endOthers(String beginning, Set<String> watched) {
    database.read(NoticeTable::raised).stream()
        .filter(subject -> subject.startsWith(beginning) && !watched.contains(subject))
        .forEach(this::end);
  }

  /** For each channel by itself: one that cannot be reached must not have others hear it twice. */
  private void add(Handle h, String text) {
    Instant now = time.instant();
    log.warn("For the staff: {}", PlainText.of(KeptLine.read(text)));
    settings.channels().forEach(channel -> NoticeTable.add(h, channel, text, now));
  }

  /** As it is kept; nothing that is asked of a platform for it is asked in a transaction. */
  private String text(String key, Object... arguments) {
    Object[] known =
        Stream.of(arguments).map(a -> a instanceof Supplier<?> s ? s.get() : a).toArray();
    return KeptLine.of(Filled.in(Texts.joint(language()), marks -> say(key, marks), known));
  }

  /** Says what a crash left unsaid. At start and hourly. */
  public void sweep() {
    saying.soon();
  }

  private void sayWaiting() {
    for (NoticeTable.Notice notice : database.read(h -> NoticeTable.waiting(h, time.instant()))) {
      Instant now = time.instant(); // Those before it may have taken long.
      if (database.inTransaction(h -> NoticeTable.claim(h, notice, now, now.plus(BUSY)))
          && said(notice)) {
        database.useTransaction(h -> NoticeTable.said(h, notice));
      }
    }
  }

  /** False if it has to be tried again. */
  private boolean said(NoticeTable.Notice notice) {
    List<PlaceId> places =
        notice.channel().isEmpty() ? places() : place(notice.channel()).stream().toList();
    boolean all = true;
    int number = 0;
    for (PlaceId place : places) {
      String nonce = "staff-" + notice.id() + "-" + number++;
      Reply reply = Reply.of(KeptLine.read(notice.text()));
      Delivery delivery = outbox.send(Priority.REPLY, Destination.in(place), () -> reply, nonce);
      if (delivery instanceof Delivery.Gone(String why)) {
        log.warn("The staff channel {} cannot be written to: {}", place, why);
      }
      all &= !(delivery instanceof Delivery.Failed);
    }
    return all;
  }

  /** Says nothing any more. */
  @Override
  public void close() {
    saying.close();
  }
}
