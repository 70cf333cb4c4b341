package io.switchboard.queue.line;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Moves what nobody runs any more, and what waited for a time that has come. */
public final class Recovery {
  private final Handle h;
  private final Moves moves;

  /** In the transaction of these moves. */
  public Recovery(Handle h, Moves moves) {
    this.h = h;
    this.moves = moves;
  }

  /** Lets those come whose time has come. */
  public int due() {
    List<RequestRow> come = RequestTable.due(h, moves.now());
    come.forEach(moves::hasten);
    return come.size();
  }

  /** Puts back what processes ran that are not heard of any more. */
  public int abandoned(String us) {
    return allBack(RequestTable.abandoned(h, us, moves.now()));
  }

  /** Puts back all that anybody runs. */
  public int all() {
    return allBack(RequestTable.allHeld(h));
  }

  private int allBack(List<RequestRow> rows) {
    rows.forEach(row -> moves.back(row, null));
    return rows.size();
  }
}
