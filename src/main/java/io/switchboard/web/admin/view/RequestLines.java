package io.switchboard.web.admin.view;

import io.switchboard.member.MemberId;
import io.switchboard.member.look.Listed;
import io.switchboard.queue.look.Asked;
import io.switchboard.web.admin.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts requests into lines.
 *
 * @param members whose they are
 */
public record RequestLines(Visitor visitor, Map<MemberId, Listed> members, Instant now) {
  /**
   * One.
   *
   * @param position whose turn it is, from 1; 0 for none
   * @param more so many more of theirs wait
   */
  public RequestLine line(Asked asked, int position, int more) {
    Listed member = members.get(asked.member());
    String name = member == null ? "…" : member.name();
    return new RequestLine(
        asked.id().value(),
        position,
        new RequestLine.Who(asked.member().value(), name),
        Platforms.place(visitor.frame(), asked.where()),
        state(asked),
        more,
        stop(asked, member));
  }

  private static RequestLine.@Nullable Stop stop(Asked asked, @Nullable Listed member) {
    Asked.Run run = asked.run();
    boolean ends = asked.stage() == Asked.Stage.DELIVERING || (run != null && run.stopping());
    return member == null || ends
        ? null
        : new RequestLine.Stop(member.accounts().getFirst().id().value());
  }

  private RequestLine.State state(Asked asked) {
    Asked.Run run = asked.run();
    if (run == null) {
      String key = asked.stage().name().toLowerCase(Locale.ROOT);
      return new RequestLine.State(
          "waits", visitor.frame().say("admin.queue." + key), since(asked.submittedAt()));
    }
    String key =
        run.stopping()
            ? "admin.queue.stopping"
            : asked.stage() == Asked.Stage.DELIVERING
                ? "admin.queue.delivering"
                : "admin.queue.running";
    return new RequestLine.State(
        "runs", visitor.frame().say(key, run.account()), since(run.startedAt()));
  }

  private String since(Instant then) {
    return visitor.said().span(Duration.between(then, now));
  }
}
