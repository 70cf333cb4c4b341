package io.switchboard.command;

import io.switchboard.account.Account;
import io.switchboard.account.AccountTerms;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Prompt;
import io.switchboard.account.choice.Accounts;
import io.switchboard.act.Acts;
import io.switchboard.alarm.SteppedTime;
import io.switchboard.announce.Announcing;
import io.switchboard.announce.Known;
import io.switchboard.announce.SayAnnouncements;
import io.switchboard.attachment.AttachmentSettings;
import io.switchboard.audit.Audit;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.sharing.TellCarriers;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Reloading;
import io.switchboard.command.visit.Rooms;
import io.switchboard.community.Community;
import io.switchboard.community.CommunitySettings;
import io.switchboard.conversation.ConversationSettings;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.style.Styles;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.forget.ForgetSettings;
import io.switchboard.forget.Forgetting;
import io.switchboard.forget.StillCounts;
import io.switchboard.logs.CatchLogs;
import io.switchboard.markup.Document;
import io.switchboard.member.Linking;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.AccessSettings;
import io.switchboard.member.access.Invitations;
import io.switchboard.member.access.Standings;
import io.switchboard.member.session.Browsers;
import io.switchboard.member.session.Sessions;
import io.switchboard.member.session.SignIn;
import io.switchboard.pacing.Outbox;
import io.switchboard.persona.Persona;
import io.switchboard.persona.Personas;
import io.switchboard.prompt.Prompts;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Allowances;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.seen.SeenEvents;
import io.switchboard.relay.LinkedPlaces;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.way.Way;
import io.switchboard.share.way.Ways;
import io.switchboard.staff.Staff;
import io.switchboard.staff.StaffSettings;
import io.switchboard.staff.card.Cards;
import io.switchboard.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The real rooms behind the front desk of a {@link Town}, and how they are joined. */
abstract class Houses implements AutoCloseable {
  static final String ADDRESS = "https://chat.example";

  static final Place GROUP =
      new Place(
          new PlaceId("memory:group"), Place.Kind.GROUP, "the group", List.of("memory-chat:7"));

  final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  final Texts texts = new Texts();
  final MemoryPlatform platform = new MemoryPlatform();
  final Database database = TestDatabases.h2();
  final Members members = new Members(database, time);
  final Styles styles = new Styles(database);
  final Conversations conversations =
      new Conversations(database, time, new ConversationSettings(List.of(), true, true));
  final Limits limits;
  final RequestQueue queue;
  private final LinkKey marks = LinkKey.random();
  private final StillCounts still;
  final Messengers messengers = new Messengers(List.of(platform));
  final Outbox outbox = new Outbox(messengers);
  final Sharing sharing =
      new Sharing(database, time, ShareSettings.DEFAULTS, LinkKey.random(), time, conversations);
  final Cards cards =
      new Cards(
          database,
          time,
          new Staff(database, time, StaffSettings.DEFAULTS, messengers, outbox, texts),
          outbox);
  final Community community =
      new Community(
          database,
          time,
          new CommunitySettings(false, List.of("memory-channel:square")),
          new Community.Chats(messengers, outbox, cards),
          new Community.Sources(sharing, members, time),
          new Community.Words(texts, path -> ADDRESS + path, ZoneOffset.UTC));
  final LinkedPlaces linked = new LinkedPlaces(database, time, conversations.homes());
  Forgetting forgetting;
  final CatchLogs logs = CatchLogs.begin();
  final AtomicReference<Reloading> reloading =
      new AtomicReference<>(() -> new Reloading.Outcome(true, ""));
  final Staff staff =
      new Staff(
          database,
          time,
          new StaffSettings(List.of("memory-channel:staff"), "en"),
          messengers,
          outbox,
          texts);
  final SayAnnouncements saying = new SayAnnouncements(database, time, messengers, outbox, texts);
  final Announcing announcing = announcing(saying);
  final Accounts accounts =
      new Accounts(
          List.of(new NamedAccount("main", "small"), new NamedAccount("spare", "small", "large")),
          database,
          h -> time.instant());
  final SeenEvents seen = new SeenEvents(database, time);
  final Audit audit = new Audit(database, time);
  final Catalogue catalogue = new Catalogue(() -> this.community.enabled(), () -> true);
  final FrontDesk desk;

  Houses(LimitSettings settings) {
    limits = new Limits(database, time, settings);
    queue = new RequestQueue(database, time, "here", limits);
    still = new StillCounts(database, time, limits, marks::mark);
    members.welcomeBy(still);
    forgetting = forgetting(ForgetSettings.DEFAULTS);
    sharing.tell(new TellCarriers(outbox, members, texts));
    desk = open();
  }

  private Browsers browsers(Standings standings) {
    return new Browsers(
        new SignIn(database, time), new Sessions(database, time, members, standings::of));
  }

  /** What another process would have. */
  FrontDesk open() {
    Standings standings = new Standings(database, time);
    Rooms.People people =
        new Rooms.People(
            members,
            new Access(
                new AccessSettings(
                    List.of("memory:admin"), List.of("memory:alice", "memory:bob", "memory:kim")),
                standings),
            standings,
            new Invitations(database, time, standings),
            new Linking(database, time, List.of(limits, queue, conversations, sharing, community)),
            forgetting);
    Rooms rooms =
        new Rooms(
            people,
            conversations,
            queue,
            limits,
            new Rooms.Outside(
                sharing,
                new Ways(database, Way.TEXT),
                community,
                minds(),
                browsers(standings),
                linked),
            records(people));
    return front(people, rooms);
  }

  private Rooms.Records records(Rooms.People people) {
    return new Rooms.Records(
        audit,
        new Acts(
            database,
            time,
            audit,
            new Acts.Rooms(
                new Acts.People(
                    members,
                    people.access(),
                    people.standings(),
                    people.invitations(),
                    browsers(people.standings()).sessions()),
                limits,
                queue,
                accounts,
                sharing,
                new Acts.Placed(linked, community))),
        new Prompts(database, time),
        new Rooms.Overseen(logs.logs(), staff, announcing, () -> reloading.get().now()));
  }

  private FrontDesk front(Rooms.People people, Rooms rooms) {
    FrontDesk front =
        new FrontDesk(
            new Door(people, audit, catalogue, texts, time, messengers),
            members,
            texts,
            new TryCommand(
                catalogue,
                new CarryOut(
                    rooms, new Links(() -> ADDRESS + "/"), catalogue, AttachmentSettings.DEFAULTS),
                Database::wasAway),
            new SpeakUp(outbox, messengers, rooms.prompts()),
            seen);
    front.onReaction(community.likes()::note);
    rooms.acts().sayBy(front.takenOut());
    return front;
  }

  /** What another process would have. */
  Announcing announcing(SayAnnouncements by) {
    return new Announcing(
        database,
        time,
        new Known() {
          @Override
          public List<PlaceId> places() {
            return List.of(GROUP.id());
          }

          @Override
          public boolean keptOut(PersonId person) {
            return person.value().equals("memory:kim");
          }
        },
        Locale.ENGLISH,
        by);
  }

  private Rooms.Minds minds() {
    return new Rooms.Minds(
        accounts,
        new Personas(
            List.of(
                new Persona("pirate", "Pirate", "Talks like one", "Talk like a pirate."),
                new Persona("poet", "Poet", "", "Answer in verse."))),
        styles,
        new Allowances(database, limits));
  }

  /** One that is never asked. */
  private record NamedAccount(String name, String... models) implements Account {
    @Override
    public AccountTerms terms() {
      return new AccountTerms(new AccountTerms.Caps(4, 60, 0), 1, models[0], Set.of(models), 0);
    }

    @Override
    public AnswerStream open(Prompt prompt) {
      throw new UnsupportedOperationException();
    }
  }

  Forgetting forgetting(ForgetSettings settings) {
    return new Forgetting(
        database,
        time,
        settings,
        new Forgetting.Rooms(members, conversations, queue, still),
        new Forgetting.Chats(outbox, messengers, Reply.of(Document.plain("…"))));
  }

  @Override
  public void close() {
    desk.close();
    logs.close();
    saying.close();
    staff.close();
    sharing.close();
    database.close();
  }
}
