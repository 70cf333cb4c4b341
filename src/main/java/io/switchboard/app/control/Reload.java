package io.switchboard.app.control;

import io.switchboard.app.settings.Settings;
import io.switchboard.config.ConfigurationError;
import io.switchboard.persona.Personas;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.money.Prices;
import io.switchboard.staff.Staff;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the files say now for limits, prices and personas, without a restart. Files in which
 * anything is wrong change nothing: the log and the staff are told what, with its line.
 */
public final class Reload {
  /** What the door is asked for. */
  public static final String TASK = "reload";

  private static final Logger log = LoggerFactory.getLogger(Reload.class);
  private static final Set<String> TAKEN = Set.of("limits", "prices");

  private final Limits limits;
  private final Personas personas;
  private final Staff staff;
  private Settings now;

  /**
   * What came of it.
   *
   * @param words what is wrong; or the sections that are taken only by a restart, empty if none
   */
  public record Outcome(boolean taken, String words) {
    /** For the log and the command line. */
    String said() {
      return !taken
          ? words
          : "limits, prices and personas are as the files say"
              + (words.isEmpty() ? "" : "; a restart is needed for " + words);
    }
  }

  /** For the door of this process. */
  public void answer(OutputStream out) throws IOException {
    Outcome outcome = now();
    out.write(outcome.taken() ? '+' : '-');
    out.write(outcome.said().getBytes(StandardCharsets.UTF_8));
  }

  public Reload(Settings now, Limits limits, Personas personas, Staff staff) {
    this.now = now;
    this.limits = limits;
    this.personas = personas;
    this.staff = staff;
  }

  /** Reads the files and takes what they say, or leaves everything as it is. */
  public synchronized Outcome now() {
    Settings next;
    try {
      next = now.again();
    } catch (ConfigurationError wrong) {
      String what = String.valueOf(wrong.getMessage());
      log.error("The configuration is not taken; nothing has changed:\n{}", what);
      tell(what);
      return new Outcome(false, what);
    }
    List<String> later = changed(now, next);
    limits.renew(next.limits, new Prices(next.prices, now.accounts.getFirst().model()));
    personas.become(next.personas());
    Outcome outcome = new Outcome(true, String.join(", ", later));
    log.info("Reloaded: {}", outcome.said());
    return outcome;
  }

  private void tell(String what) {
    try {
      staff.tell("staff.reload.bad", what);
    } catch (RuntimeException e) {
      log.warn("the staff could not be told", e);
    }
  }

  /** The sections that differ from what this process began with, and are not taken. */
  private static List<String> changed(Settings before, Settings after) {
    List<String> changed = new ArrayList<>();
    for (Field section : Settings.class.getFields()) {
      try {
        if (!Modifier.isStatic(section.getModifiers())
            && !TAKEN.contains(section.getName())
            && !section.get(before).equals(section.get(after))) {
          changed.add(section.getName());
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return changed;
  }
}
