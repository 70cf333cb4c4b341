package io.switchboard.web.admin.view.overview;

import io.switchboard.http.Request;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import java.util.List;

/** {@code /admin}: what goes on now. */
public final class Overview implements Screen {
  private final QueuePart queue;
  private final AccountsPart accounts;
  private final TodayPart today;

  public Overview(QueuePart queue, AccountsPart accounts, TodayPart today) {
    this.queue = queue;
    this.accounts = accounts;
    this.today = today;
  }

  @Override
  public Section section() {
    return Section.OVERVIEW;
  }

  @Override
  public List<Part> parts(Visitor visitor, Request request) {
    Part line = queue.of(visitor, request);
    return visitor.admin() && request.query("from").isEmpty()
        ? List.of(today.of(visitor), line, accounts.of(visitor))
        : List.of(line);
  }
}
