package io.switchboard.community;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.pacing.Outbox;
import io.switchboard.sandbox.SandboxPlatform;
import io.switchboard.share.Prepared;
import io.switchboard.share.Published;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkKey;
import io.switchboard.staff.Staff;
import io.switchboard.staff.StaffSettings;
import io.switchboard.staff.card.Cards;
import io.switchboard.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A community in the sandbox, with a staff channel beside it. */
final class Square implements AutoCloseable {
  static final String CHANNEL = "sandbox-channel:community";

  final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  final Texts texts = new Texts();
  final Database database;
  final Members members;
  final Conversations conversations;
  final SandboxPlatform sandbox;
  final Sharing sharing;
  final MemberId alice;
  final MemberId bob;
  final MemberId ada;
  private final LinkKey key = LinkKey.random();
  private final List<AutoCloseable> open = new ArrayList<>();
  private long number;

  /** What happens when the community looks at the clock next, once: as it writes something. */
  final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  Square(Database database) {
    this.database = database;
    members = new Members(database, time);
    conversations = new Conversations(database, time);
    sandbox = new SandboxPlatform(database, time);
    sharing = deaf();
    sharing.tell((link, place, message) -> true);
    alice = person("chloe", Locale.ENGLISH);
    bob = person("minjun", Locale.KOREAN);
    ada = person("ada", Locale.ENGLISH);
  }

  /** Shares of a process that is killed before the community hears of what it did. */
  Sharing deaf() {
    return new Sharing(database, time, ShareSettings.DEFAULTS, key, time, conversations);
  }

  MemberId person(String name, Locale locale) {
    return members
        .recognize(new Person(new PersonId("sandbox:" + name), name, name, locale, Set.of()))
        .id();
  }

  Community community(String... channels) {
    return community(
        new CommunitySettings(true, List.of(channels), false, List.of(), Map.of(), "never"));
  }

  /** With other platforms beside the sandbox. */
  Community community(CommunitySettings settings, Messenger... others) {
    List<Messenger> all = new ArrayList<>(List.of(others));
    all.add(sandbox);
    Messengers messengers = new Messengers(all);
    Outbox outbox = new Outbox(messengers);
    Staff staff =
        new Staff(
            database,
            time,
            new StaffSettings(List.of("sandbox-channel:staff"), "en"),
            messengers,
            outbox,
            texts);
    Cards cards = new Cards(database, time, staff, outbox);
    Community community =
        new Community(
            database,
            this::now,
            settings,
            new Community.Chats(messengers, outbox, cards),
            new Community.Sources(sharing, members, time),
            new Community.Words(
                texts, path -> "https://chat.example.org" + path, ZoneId.of("Europe/Berlin")));
    open.add(community);
    open.add(cards);
    open.add(staff);
    return community;
  }

  private Instant now() {
    meanwhile.getAndSet(() -> {}).run();
    return time.instant();
  }

  Published.Live live(MemberId owner, String... questionsAndAnswers) {
    ConversationId talk = conversations.startNew(owner, new PlaceId("sandbox:private/chloe"));
    for (int i = 0; i < questionsAndAnswers.length; i += 2) {
      Turn turn =
          conversations.begin(
              ++number, new Question(talk, null, null, questionsAndAnswers[i], List.of()));
      conversations.answered(turn.id(), questionsAndAnswers[i + 1], true);
    }
    Prepared.Ready draft =
        (Prepared.Ready) sharing.making().prepare(owner, new Selection.Whole(talk));
    return (Published.Live) sharing.publish(draft.id(), owner);
  }

  /** Goes on in the conversation of a share, and puts that under its link. */
  void revise(ShareId share, MemberId owner, String title) {
    revise(sharing, share, owner, title);
  }

  /** The same in a process of which the community may not hear. */
  static void revise(Sharing sharing, ShareId share, MemberId owner, String title) {
    Prepared.Ready draft = (Prepared.Ready) sharing.making().update(share, owner);
    if (!title.isEmpty()) {
      sharing.own().rename(draft.id(), owner, title);
    }
    var _ = sharing.publish(draft.id(), owner);
  }

  /** What messages of a place show, the oldest first. */
  List<String> shown(String place, String column) {
    return database.read(
        h ->
            h.createQuery(
                    "select " + column + " from sandbox_message where place = :place order by id")
                .bind("place", "sandbox:" + place)
                .mapTo(String.class)
                .list());
  }

  List<String> posts() {
    return shown("community", "body_text");
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    sharing.close();
    database.close();
  }
}
