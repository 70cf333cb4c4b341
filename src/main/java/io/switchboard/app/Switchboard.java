package io.switchboard.app;

import io.switchboard.alert.Watch;
import io.switchboard.app.control.BackUp;
import io.switchboard.app.control.Door;
import io.switchboard.app.control.Reload;
import io.switchboard.app.control.WatchFiles;
import io.switchboard.app.parts.Alerts;
import io.switchboard.app.parts.Answers;
import io.switchboard.app.parts.Chats;
import io.switchboard.app.parts.Desk;
import io.switchboard.app.parts.Kept;
import io.switchboard.app.parts.Started;
import io.switchboard.app.parts.figures.Figures;
import io.switchboard.app.parts.rounds.EveryMinute;
import io.switchboard.app.parts.rounds.Hourly;
import io.switchboard.app.parts.site.Dashboard;
import io.switchboard.app.parts.site.GoOnInChat;
import io.switchboard.app.parts.site.Pages;
import io.switchboard.app.parts.site.Readiness;
import io.switchboard.app.settings.Settings;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.away.Unreached;
import io.switchboard.http.files.Assets;
import io.switchboard.sandbox.SandboxPeople;
import io.switchboard.sandbox.SandboxScene;
import io.switchboard.web.StartPage;
import io.switchboard.web.gallery.GalleryPages;
import io.switchboard.web.share.Around;
import io.switchboard.web.share.Reading;
import io.switchboard.web.share.SharePages;
import io.switchboard.web.signin.SignInPages;
import io.switchboard.web.signin.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything, wired and started in order, and stopped in the opposite one. */
public final class Switchboard implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

  /** So many of the last requests say where chats ended when the last process did. */
  private static final int LATELY = 200;

  private final Started started = new Started();
  private final Kept kept;
  private final Chats chats;
  private final Answers answers;
  private final Readiness ready;
  private final Pages pages;
  private final Watch watch;

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

  private Switchboard(Settings settings, InstantSource machine) {
    InstantSource time = new SteadyTime(machine);
    try {
      CompletableFuture<Void> ahead = Ahead.begin();
      kept = new Kept(settings, time, started);
      ahead.join();
      chats = new Chats(settings, time, kept, this::address, started);
      Figures figures = new Figures(kept, settings.prices.currency());
      figures.of(chats.outbox);
      answers =
          new Answers(
              settings, time, kept, chats, new Answers.Around(this::address, figures), started);
      figures.of(answers.accounts, kept.queue.busy());
      ready = new Readiness(kept.database, chats.platforms::anyHeard);
      Desk desk = new Desk(settings, time, kept, chats, answers, started);
      Reload reload = desk.reload;
      started.add("control", control(settings, time, reload));
      started.add("configuration", new WatchFiles(settings.folder(), WatchFiles.LOOK, reload::now));
      Assets assets = new Assets();
      String account = answers.accounts.all().getFirst().name();
      GoOnInChat onward = new GoOnInChat(chats.platforms.messengers());
      SignInPages signIn = new SignInPages(kept.browsers, kept.members, time, assets, onward::with);
      pages =
          started.add(
              "pages",
              new Pages(
                  settings.web,
                  ready,
                  new Pages.Site(
                      kept.metrics,
                      new StartPage(assets, chats.platforms.hasSandbox(), chats.community::enabled),
                      new GalleryPages(chats.community.gallery(), time, assets),
                      signIn,
                      new SharePages(
                          Reading.of(kept.sharing.opening()),
                          time,
                          assets,
                          new Around(
                              () -> address().toString(),
                              new SignedIn(kept.browsers.sessions())::reader,
                              onward::with,
                              signIn::ask)),
                      new Dashboard(kept, chats, answers, desk, time, started)
                          .pages(assets, () -> address().toString(), signIn::ask),
                      routes -> {
                        settings.proof(time).on(routes);
                        chats.platforms.on(routes);
                      }),
                  chats.platforms.page(
                      desk.front,
                      new SandboxScene(desk.menus::ofAll, account, answers.demo),
                      request -> signIn.enterAs(request, SandboxPeople.all().getFirst(), "/admin")),
                  assets));
      watch = Alerts.of(settings, time, kept, chats);
      begin(desk);
    } catch (RuntimeException e) {
      started.close();
      // It may go as soon as something is written: a full disk lets itself be opened.
      throw Unreached.is(e) ? DatabaseUnavailable.because(e, settings.database.url()) : e;
    } catch (Error e) {
      started.close();
      throw e;
    }
  }

  /** Other commands of the program ask there; without it they say that they cannot. */
  private static AutoCloseable control(Settings settings, InstantSource time, Reload reload) {
    BackUp backUp = new BackUp(settings, time);
    try {
      return new Door(
          settings.dataFolder(), Map.of(BackUp.TASK, backUp::write, Reload.TASK, reload::answer));
    } catch (IOException e) {
      log.warn("backup cannot be asked of this process: {}", e.toString());
      return () -> {};
    }
  }

  /** Everything is there and can be spoken to: from here on it works. */
  private void begin(Desk desk) {
    started.add("waiting notes", desk.notes);
    started.add("sweep", new Hourly("sweep", this::sweep));
    started.add("late followers", new Hourly("gathering of late followers", desk::sweep));
    chats.feed.start();
    started.add("alerts", new EveryMinute("alerts", this::look));
    chats.community.onSwitched(chats.platforms::listCommands);
    started.add("menus", new EveryMinute("commands listed", chats.platforms::listCommands));
    started.add("announcing", new EveryMinute("announcements", chats.announcing::sweep));
    started.add("answers", answers.worker);
    kept.queue.upkeep().recoverAtStart();
    chats.remember(kept.queue.inChat().lately(LATELY));
    answers.worker.start();
    answers.naming.ifPresent(titles -> started.add("titles", titles).start());
    desk.notes.start();
    started.add("linked places", chats.carryOver).start();
    chats.community.digest().plan();
    kept.alarms.start();
    chats.platforms.playedPeople().forEach(kept.members::recognize);
    chats.platforms.listen(
        desk.front, desk.menus, kept.alone() ? Optional.empty() : Optional.of(kept.leases));
    started.add("listening", chats.platforms::stopListening);
    started.add("readiness", ready::stopping);
    ready.started();
  }

  /** Where the pages are for those who open them: the public address if there is one. */
  public URI address() {
    return pages.address();
  }

  /** What its pages answer, each as in {@code GET /s/{token}}. */
  public List<String> routes() {
    return pages.routes();
  }

  /** Does what a crash left undone in shares, ends what is due, forgets what counts no more. */
  public void sweep() {
    kept.sharing.sweep();
    chats.community.sweep();
    chats.community.gallery().sweep();
    chats.forgetting.sweep();
    kept.limits.sweep();
    kept.seen.sweep();
    chats.staff.sweep();
    chats.carryOver.sweep();
    chats.cards.sweep();
  }

  /** Looks at what the staff should hear of, as is done every minute. */
  public void look() {
    watch.look();
  }

  /** What whoever started it may want to know or do next. */
  List<String> advice() {
    List<String> advice = new ArrayList<>();
    if (chats.platforms.hasSandbox()) {
      advice.add("no platform needed: the sandbox is at " + address() + "/sandbox");
    }
    if (answers.demo) {
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
    started.close();
  }
}
