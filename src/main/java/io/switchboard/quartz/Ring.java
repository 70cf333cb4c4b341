package io.switchboard.quartz;

import io.switchboard.alarm.AlarmHandler;
import java.util.Map;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ringing. Its name is in the database: renaming this class loses the alarms set before. */
public final class Ring implements Job {
  private static final Logger log = LoggerFactory.getLogger(Ring.class);

  private final Map<String, AlarmHandler> handlers;

  Ring(Map<String, AlarmHandler> handlers) {
    this.handlers = handlers;
  }

  @Override
  public void execute(JobExecutionContext context) {
    JobKey key = alarm(context);
    AlarmHandler handler = handlers.get(key.getGroup());
    if (handler == null) {
      log.warn("nobody answers alarms of the kind {}", key.getGroup());
      return;
    }
    try {
      handler.ring(key.getName());
    } catch (RuntimeException | Error e) {
      log.warn("the alarm {} {} rang in vain", key.getGroup(), key.getName(), e);
    }
  }

  private static JobKey alarm(JobExecutionContext context) {
    return context.getJobDetail().getKey();
  }
}
