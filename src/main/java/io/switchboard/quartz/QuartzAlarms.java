package io.switchboard.quartz;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import io.switchboard.alarm.AlarmHandler;
import io.switchboard.alarm.Alarms;
import io.switchboard.db.Database;
import io.switchboard.db.Dialect;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.DefaultThreadExecutor;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alarms that outlive the process, and that any of several processes rings. */
public final class QuartzAlarms implements Alarms, AutoCloseable {
  /** All processes use the same name: it is what makes them one cluster. */
  private static final String NAME = "switchboard";

  /** Alarms set by another process are seen at the latest after this. */
  private static final int IDLE_MILLIS = 5_000;

  private static final int CHECK_IN_MILLIS = 5_000;
  private static final int DATABASE_RETRY_MILLIS = 5_000;
  private static final Logger log = LoggerFactory.getLogger(QuartzAlarms.class);

  private final Map<String, AlarmHandler> handlers = new ConcurrentHashMap<>();
  private final Database database;
  private final Scheduler scheduler;

  /** Alarms can be set at once; they ring after {@link #start}. */
  public QuartzAlarms(Database database) {
    this.database = database;
    String process =
        database.dialect() == Dialect.H2 ? "the-only-one" : UUID.randomUUID().toString();
    try {
      scheduler = schedule(process, store(database));
      scheduler.setJobFactory((fired, itself) -> new Ring(handlers));
    } catch (SchedulerException e) {
      throw new IllegalStateException("alarms cannot be kept", e);
    }
  }

  private static JobStoreTX store(Database database) {
    String source = "database-" + UUID.randomUUID();
    DBConnectionManager.getInstance()
        .addConnectionProvider(source, new PooledConnections(database.dataSource()));
    JobStoreTX store = new JobStoreTX();
    store.setDataSource(source);
    store.setTablePrefix("qrtz_");
    store.setUseProperties("true");
    store.setMakeThreadsDaemons(true);
    store.setIsClustered(database.dialect() == Dialect.POSTGRESQL);
    store.setClusterCheckinInterval(CHECK_IN_MILLIS);
    try {
      store.setDriverDelegateClass(PostgreSQLDelegate.class.getName());
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return store;
  }

  /** The factory keeps schedulers by name for the whole JVM; ours is nobody else's business. */
  private static Scheduler schedule(String process, JobStoreTX store) throws SchedulerException {
    synchronized (QuartzAlarms.class) {
      DirectSchedulerFactory.getInstance()
          .createScheduler(
              NAME,
              process,
              new VirtualThreads(),
              new DefaultThreadExecutor(),
              store,
              Map.of(),
              null,
              0,
              IDLE_MILLIS,
              DATABASE_RETRY_MILLIS,
              false,
              null,
              1,
              0);
      Scheduler made = SchedulerRepository.getInstance().lookup(NAME);
      SchedulerRepository.getInstance().remove(NAME);
      return made;
    }
  }

  /** Begins to ring, also what should have rung while no process was there. */
  public void start() {
    try {
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("alarms cannot be started", e);
    }
  }

  @Override
  public void set(String kind, String id, Instant at) {
    var job = newJob(Ring.class).withIdentity(id, kind).requestRecovery().build();
    var trigger =
        newTrigger()
            .withIdentity(id, kind)
            .startAt(Date.from(at))
            .withSchedule(simpleSchedule().withMisfireHandlingInstructionFireNow())
            .build();
    keep(() -> scheduler.scheduleJob(job, Set.of(trigger), true), kind, id, "could not be set");
  }

  @Override
  public void cancel(String kind, String id) {
    keep(() -> scheduler.deleteJob(JobKey.jobKey(id, kind)), kind, id, "is still set");
  }

  private interface Change {
    void make() throws SchedulerException;
  }

  /** An interrupt must not reach the database's file, see {@link Database#uninterrupted}. */
  private void keep(Change change, String kind, String id, String failed) {
    var _ =
        database.uninterrupted(
            () -> {
              try {
                change.make();
                return true;
              } catch (SchedulerException e) {
                throw new IllegalStateException("the alarm " + kind + " " + id + " " + failed, e);
              }
            });
    database.awaitDurable();
  }

  @Override
  public void onRing(String kind, AlarmHandler handler) {
    handlers.put(kind, handler);
  }

  /** Rings no more; waits a little for handlers that run. What they leave rings again later. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      log.warn("alarms could not be stopped in order", e);
    }
  }
}
