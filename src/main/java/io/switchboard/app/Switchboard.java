package io.switchboard.app;

import io.switchboard.account.Accounts;
import io.switchboard.answer.AnswerRooms;
import io.switchboard.answer.Answering;
import io.switchboard.answer.words.AnswerWords;
import io.switchboard.audit.Audit;
import io.switchboard.chat.message.CommandMenu;
import io.switchboard.chat.message.Messengers;
import io.switchboard.command.CarryOut;
import io.switchboard.command.Door;
import io.switchboard.command.FrontDesk;
import io.switchboard.command.SpeakUp;
import io.switchboard.command.TryCommand;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.sharing.Links;
import io.switchboard.command.sharing.TellCarriers;
import io.switchboard.command.talk.KeepNotesCurrent;
import io.switchboard.command.visit.Rooms;
import io.switchboard.community.Community;
import io.switchboard.community.PostText;
import io.switchboard.conversation.Conversations;
import io.switchboard.db.Database;
import io.switchboard.db.Dialect;
import io.switchboard.db.Leases;
import io.switchboard.http.files.Assets;
import io.switchboard.member.Linking;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Invitations;
import io.switchboard.member.access.Standings;
import io.switchboard.openai.OpenAiClient;
import io.switchboard.pacing.Outbox;
import io.switchboard.quartz.QuartzAlarms;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.Worker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.sandbox.SandboxScene;
import io.switchboard.share.Sharing;
import io.switchboard.share.link.LinkKey;
import io.switchboard.text.Texts;
import io.switchboard.web.SharePages;
import io.switchboard.web.StartPage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything, wired and started in order, and stopped in the opposite one. */
public final class Switchboard implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

  private final Deque<Part> started = new ArrayDeque<>();
  private final Sharing sharing;
  private final Community community;
  private final Pages pages;
  private final boolean demo;
  private final boolean sandbox;

  /** Longer than its holder takes from one round to the next. */
  private static final Duration NOTES_LEASE = Duration.ofMinutes(1);

  private record Part(String name, AutoCloseable stop) {}

  /**
   * Starts with the switchboard.yaml in that folder.
   *
   * @param environment the value of an environment variable, or null
   */
  public static Switchboard start(
      Path folder, Function<String, @Nullable String> environment, InstantSource time) {
    return start(new Settings(folder, environment), time);
  }

  static Switchboard start(Settings settings, InstantSource time) {
    return new Switchboard(settings, time);
  }

  private Switchboard(Settings settings, InstantSource time) {
    Texts texts = new Texts();
    Database database = started("database", Database.open(settings.database));
    Members members = new Members(database, time);
    Conversations conversations = new Conversations(database, time);
    Limits limits = new Limits(database, time, settings.limits);
    Leases leases = new Leases(database);
    RequestQueue queue = new RequestQueue(database, time, leases.holder(), limits);
    QuartzAlarms alarms = started("alarms", new QuartzAlarms(database));
    LinkKey key = LinkKey.load(settings.dataFolder().resolve("link.key"));
    sharing =
        started("shares", new Sharing(database, time, settings.share, key, alarms, conversations));

    Platforms platforms = started("platforms", new Platforms(settings, database, time));
    Messengers messengers = platforms.messengers();
    Outbox outbox = new Outbox(messengers);
    sharing.tell(new TellCarriers(outbox, members, texts));
    community =
        new Community(
            database,
            time,
            platforms.community(settings.community),
            messengers,
            sharing,
            new PostText(texts, members, path -> address() + path));

    OpenAiClient client = started("account", new OpenAiClient());
    ChooseAccounts chosen = ChooseAccounts.from(settings.accounts, client, time);
    demo = chosen.demo();
    sandbox = platforms.hasSandbox();
    Accounts accounts = new Accounts(chosen.accounts(), time);
    Answering answering =
        new Answering(
            new AnswerRooms(
                queue,
                conversations,
                accounts,
                outbox,
                messengers,
                new AnswerWords(texts, members)),
            settings.answers,
            settings.attachments);
    Worker worker =
        new Worker(
            queue,
            answering,
            accounts.all().stream()
                .map(account -> new Worker.Slots(account.name(), account.concurrency()))
                .toList());

    Standings standings = new Standings(database, time);
    Rooms.People people =
        new Rooms.People(
            members,
            new Access(platforms.access(settings.access), standings::of),
            standings,
            new Invitations(database, time, standings),
            new Linking(database, time, List.of(limits, queue, conversations, sharing, community)));
    Audit audit = new Audit(database, time);
    Catalogue catalogue = new Catalogue();
    FrontDesk desk =
        started(
            "front desk",
            new FrontDesk(
                new Door(people, audit, texts, time),
                members,
                texts,
                new TryCommand(
                    catalogue,
                    new CarryOut(
                        new Rooms(
                            people,
                            conversations,
                            queue,
                            limits,
                            new Rooms.Outside(sharing, community),
                            audit),
                        new Links(() -> address().toString()),
                        catalogue,
                        settings.attachments)),
                new SpeakUp(outbox, messengers)));
    CommandMenu menu = catalogue.menu(texts);
    SandboxScene scene = new SandboxScene(menu, accounts.all().getFirst().name(), demo);
    Assets assets = new Assets();
    pages =
        started(
            "pages",
            new Pages(
                settings.web,
                new SharePages(sharing::read, time, assets),
                new StartPage(assets, sandbox),
                platforms.page(desk, scene),
                assets));

    KeepNotesCurrent notes =
        started(
            "waiting notes",
            new KeepNotesCurrent(
                queue, members, outbox, texts, () -> leases.hold("waiting-notes", NOTES_LEASE)));

    started("sweep", new Hourly("sweep", this::sweep));
    started("answers", worker);
    queue.recoverAtStart();
    worker.start();
    notes.start();
    alarms.start();
    // The file of an H2 belongs to one process.
    boolean alone = database.dialect() == Dialect.H2;
    platforms.playedPeople().forEach(members::recognize);
    platforms.listen(desk, menu, alone ? Optional.empty() : Optional.of(leases));
    started("listening", platforms::stopListening);
  }

  private <T extends AutoCloseable> T started(String name, T part) {
    started.push(new Part(name, part));
    return part;
  }

  /** Where the pages are for those who open them: the public address if there is one. */
  public URI address() {
    return pages.address();
  }

  /** Does what a crash left undone in shares, and ends what is due. */
  public void sweep() {
    sharing.sweep();
    community.sweep();
  }

  /** What whoever started it may want to know or do next. */
  List<String> advice() {
    List<String> advice = new ArrayList<>();
    if (sandbox) {
      advice.add("no platform needed: the sandbox is at " + address() + "/sandbox");
    }
    if (demo) {
      advice.add(
          "no account is configured, so the demo account answers: set OPENAI_API_KEY, or"
              + " OPENAI_BASE_URL for another server");
    }
    return advice;
  }

  /**
   * Stops in order: leaves what comes to whoever listens next, lets what runs end or hands it on,
   * says what is to be said. Takes half a minute at most, as a rule not longer than the answer that
   * is being written.
   */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      Part part = started.pop();
      try {
        part.stop().close();
      } catch (Exception e) {
        log.warn("{} did not stop cleanly", part.name(), e);
      }
    }
  }
}
