package io.switchboard.app.parts;

import io.switchboard.app.control.BroughtKey;
import io.switchboard.app.settings.Settings;
import io.switchboard.audit.Audit;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.style.Styles;
import io.switchboard.db.Database;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.Dialect;
import io.switchboard.db.shared.Leases;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.http.watch.Metrics;
import io.switchboard.logs.CatchLogs;
import io.switchboard.logs.RecentLogs;
import io.switchboard.logs.Redaction;
import io.switchboard.member.Members;
import io.switchboard.member.access.Standings;
import io.switchboard.member.session.Browsers;
import io.switchboard.member.session.Sessions;
import io.switchboard.member.session.SignIn;
import io.switchboard.quartz.QuartzAlarms;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.money.Prices;
import io.switchboard.queue.seen.SeenEvents;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.way.Ways;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** The rooms whose truth is in the database. */
public final class Kept {
  public final Database database;
  public final Leases leases;
  public final Members members;
  public final Standings standings;
  public final Conversations conversations;
  public final Styles styles;
  public final Limits limits;
  public final RequestQueue queue;
  public final SeenEvents seen;
  public final QuartzAlarms alarms;
  public final Browsers browsers;
  public final Sharing sharing;
  public final Ways ways;
  public final Audit audit;

  /** Makes marks from which nobody gets back what they were made of. */
  public final UnaryOperator<String> marks;

  /** What is counted for those who run it. */
  public final Metrics metrics;

  /** What is logged from here on. */
  public final RecentLogs logs;

  /** Opens the database and migrates it; no alarm goes off yet. */
  public Kept(Settings settings, InstantSource time, Started started) {
    Redaction.know(settings.secrets());
    logs = started.add("log", CatchLogs.begin()).logs();
    metrics = started.add("figures", new Metrics());
    Path keyFile = settings.dataFolder().resolve("link.key");
    BroughtKey.unlessInterrupted(keyFile);
    database = started.add("database", Database.open(settings.database));
    leases = new Leases(database);
    if (alone()) {
      leases.nobodyHolds();
    }
    members = new Members(database, time);
    standings = new Standings(database, time, settings.time.id());
    conversations = new Conversations(database, time, settings.conversations);
    browsers =
        new Browsers(
            new SignIn(database, time), new Sessions(database, time, members, standings::of));
    styles = new Styles(database);
    Prices prices = new Prices(settings.prices, settings.accounts.getFirst().model());
    limits =
        new Limits(
            database, SharedTime.of(database, time), settings.limits, prices, settings.time.id());
    queue = new RequestQueue(database, time, leases.holder(), limits);
    seen = new SeenEvents(database, time);
    alarms = started.add("alarms", new QuartzAlarms(database));
    DatabaseUnavailable.unlessOurs(keyFile);
    LinkKey key = LinkKey.load(keyFile);
    marks = key::mark;
    sharing =
        started.add(
            "shares", new Sharing(database, time, settings.share, key, alarms, conversations));
    ways = new Ways(database, settings.answers.given().as());
    audit = new Audit(database, time);
  }

  /** Whether no other process can work on the same database: the file of an H2 belongs to one. */
  public boolean alone() {
    return database.dialect() == Dialect.H2;
  }
}
