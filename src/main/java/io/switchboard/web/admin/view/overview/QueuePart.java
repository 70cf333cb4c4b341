package io.switchboard.web.admin.view.overview;

import io.switchboard.http.Request;
import io.switchboard.member.MemberId;
import io.switchboard.member.look.Listed;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.queue.busy.HowBusy;
import io.switchboard.queue.look.Asked;
import io.switchboard.queue.look.Cursor;
import io.switchboard.queue.look.LookAtQueue;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Visitor;
import io.switchboard.web.admin.view.Remembered;
import io.switchboard.web.admin.view.RequestLine;
import io.switchboard.web.admin.view.RequestLines;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who runs and who waits. */
public final class QueuePart {
  private static final int A_PAGE = 25;
  private static final int MOST_BEFORE = 10_000_000;
  private static final Duration COUNTED_FOR = Duration.ofSeconds(1);

  private final LookAtQueue queue;
  private final LookForMembers members;
  private final InstantSource time;
  private final Supplier<HowBusy.Load> load;

  public QueuePart(LookAtQueue queue, HowBusy busy, LookForMembers members, InstantSource time) {
    this.queue = queue;
    this.members = members;
    this.time = time;
    this.load = new Remembered<>(time, COUNTED_FOR, busy::load);
  }

  Part of(Visitor visitor, Request request) {
    Cursor from = request.query("from").flatMap(Cursor::parse).orElse(Cursor.BEGINNING);
    int before =
        request
            .query("before")
            .filter(n -> n.matches("\\d{1,8}"))
            .map(n -> Math.min(MOST_BEFORE, Integer.parseInt(n)))
            .orElse(0);
    return new Part(
        "queue",
        true,
        "admin/queue",
        () -> Map.of("visitor", visitor, "view", view(visitor, from, before)));
  }

  private QueueView view(Visitor visitor, Cursor from, int before) {
    boolean first = from.equals(Cursor.BEGINNING);
    List<Asked> running = first ? queue.running() : List.of();
    LookAtQueue.Page page = queue.waiting(from, A_PAGE);
    Map<MemberId, Listed> named =
        members.all(
            Stream.concat(
                    running.stream(), page.waiting().stream().map(LookAtQueue.Waiting::oldest))
                .map(Asked::member)
                .toList());
    RequestLines lines = new RequestLines(visitor, named, time.instant());
    List<RequestLine> waiting = new ArrayList<>();
    int position = before;
    for (LookAtQueue.Waiting one : page.waiting()) {
      position++;
      waiting.add(lines.line(one.oldest(), one.inTurn() ? position : 0, one.waiting() - 1));
    }
    Cursor next = page.next();
    HowBusy.Load now = load.get();
    return new QueueView(
        visitor.frame().say("admin.queue.head", now.running(), now.waiting()),
        running.stream().map(asked -> lines.line(asked, 0, 0)).toList(),
        waiting,
        next == null ? "" : "/admin?from=" + next.written() + "&before=" + position,
        first);
  }
}
