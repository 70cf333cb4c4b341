package io.switchboard.app.parts.figures;

import io.switchboard.account.Account;
import io.switchboard.account.choice.Accounts;
import io.switchboard.account.choice.Standing;
import io.switchboard.app.parts.Kept;
import io.switchboard.db.Database;
import io.switchboard.http.watch.Metrics;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Pressure;
import io.switchboard.queue.busy.HowBusy;
import io.switchboard.share.read.LiveShares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All figures that are the program's own. */
public final class Figures {
  private static final double NANOS = 1e9;
  private static final long PAGE = 4096;

  private final Metrics metrics;
  private final TimedAccount.Instruments instruments;

  /** Counts from now on what happens in these rooms. */
  public Figures(Kept kept, String currency) {
    this.metrics = kept.metrics;
    this.instruments = new TimedAccount.Instruments(metrics);
    kept.queue.watchedBy(new CountQuestions(metrics, currency));
    HowBusy busy = kept.queue.busy();
    metrics.gauge("switchboard.queue.running", "Answers under way", () -> busy.load().running());
    metrics.gauge("switchboard.queue.waiting", "Questions that wait", () -> busy.load().waiting());
    metrics.gauges(
        "switchboard.queue.waiting.requests",
        "Questions that wait, by the model they want",
        "model",
        () -> each(busy.waiting(), HowBusy.Waits::waiting));
    metrics.gauges(
        "switchboard.queue.oldest.wait.seconds",
        "For how long the oldest has waited, by the model it wants",
        "model",
        () -> each(busy.waiting(), w -> w.oldest().toNanos() / NANOS));
    metrics.gauges(
        "switchboard.shares.live",
        "Open links, by who may look",
        "visibility",
        new LiveShares(kept.database)::byVisibility);
    metrics.gauges(
        "switchboard.lease.held",
        "What this process does for all of them",
        "lease",
        () -> kept.leases.held().stream().collect(Collectors.toMap(name -> name, name -> 1.0)));
    ofThePool(kept.database);
    metrics.gauge("process.resident.memory.bytes", "Resident memory", Figures::resident);
  }

  private void ofThePool(Database database) {
    Supplier<Database.Connections> pool = database::connections;
    metrics.gauges(
        "switchboard.database.connections",
        "Of the pool",
        "state",
        () -> Map.of("active", (double) pool.get().active(), "idle", (double) pool.get().idle()));
    metrics.gauge(
        "switchboard.database.pending",
        "Threads that wait for a connection",
        () -> pool.get().waiting());
    metrics.gauge(
        "switchboard.database.room",
        "1 while there is room on the disk",
        () -> database.hasRoom() ? 1 : 0);
  }

  /** The same accounts, timed. */
  public List<Account> timed(List<? extends Account> accounts) {
    return accounts.stream()
        .<Account>map(account -> new TimedAccount(account, instruments))
        .toList();
  }

  /** Tells of the accounts' state, too. */
  public void of(Accounts accounts, HowBusy busy) {
    Function<Function<Accounts.State, Number>, Map<String, Double>> each =
        what ->
            accounts.states().stream()
                .collect(
                    Collectors.toMap(s -> s.account().name(), s -> what.apply(s).doubleValue()));
    metrics.gauges(
        "switchboard.account.running",
        "Answers that an account gives now",
        "account",
        () -> each.apply(s -> busy.account(s.account().name()).running()));
    metrics.gauges(
        "switchboard.account.slots",
        "Answers that an account may give at once",
        "account",
        () -> each.apply(s -> s.account().terms().caps().concurrency()));
    metrics.gauges(
        "switchboard.account.open",
        "1 while an account is asked as usual",
        "account",
        () -> each.apply(s -> s.standing() == Standing.OPEN ? 1 : 0));
  }

  /** Tells of the platforms' budgets, too. */
  public void of(Outbox outbox) {
    outbox.watchedBy(new CountCalls(metrics));
    metrics.gauges(
        "switchboard.pacing.budget.left.ratio",
        "What may be spent now of the place's budget that is nearest to its end",
        "platform",
        () -> each(outbox.pressure(), Pressure::left));
    metrics.gauges(
        "switchboard.pacing.waiting.calls",
        "Sends and edits that wait for a slot",
        "platform",
        () -> each(outbox.pressure(), Pressure::waiting));
  }

  private static <T> Map<String, Double> each(
      Map<String, T> all, Function<? super T, ? extends Number> what) {
    Map<String, Double> figures = new TreeMap<>();
    all.forEach((name, value) -> figures.put(name, what.apply(value).doubleValue()));
    return figures;
  }

  /** Where the system says it; else not a number. */
  private static double resident() {
    try {
      String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ", 3);
      return Long.parseLong(pages[1]) * (double) PAGE;
    } catch (IOException | RuntimeException unknown) {
      return Double.NaN;
    }
  }
}
