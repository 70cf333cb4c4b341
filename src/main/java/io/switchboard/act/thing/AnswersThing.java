package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.way.Way;
import io.switchboard.share.way.Ways;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How answers are given in a place: {@code text}, or {@code link 86400s}. Names: its scope. */
public record AnswersThing() implements Thing {
  private static final String CONFIGURED = "as configured";

  /** As it is written. */
  public static String state(Ways.Given given) {
    return (given.way().word() + " " + given.expiry().write()).strip();
  }

  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(Ways.said(h, name).map(AnswersThing::state).orElse(CONFIGURED));
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    String[] words = state.split(" ", 2);
    Ways.say(
        h,
        name,
        Way.of(words[0])
            .map(way -> new Ways.Given(way, Expiry.read(words.length > 1 ? words[1] : ""))));
    return true;
  }
}
