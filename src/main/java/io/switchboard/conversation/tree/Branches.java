package io.switchboard.conversation.tree;

import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds ways in a conversation's tree of turns. */
public final class Branches {
  private Branches() {}

  /** The turns that lead to this one, oldest first, with it. */
  public static List<Turn> to(TurnId last, List<Turn> all) {
    Map<TurnId, Turn> byId = new HashMap<>();
    all.forEach(t -> byId.put(t.id(), t));
    Deque<Turn> branch = new ArrayDeque<>();
    for (Turn t = byId.get(last); t != null; t = t.parent() == null ? null : byId.get(t.parent())) {
      branch.addFirst(t);
    }
    return List.copyOf(branch);
  }

  /**
   * The newest answer that followed a turn, or the turn itself.
   *
   * @param all oldest first, so that each comes after its parent
   */
  public static TurnId newestAfter(TurnId turn, List<Turn> all) {
    TurnId newest = turn;
    Set<TurnId> following = new HashSet<>(Set.of(turn));
    for (Turn t : all) {
      if (t.parent() != null && following.contains(t.parent()) && !t.answer().isEmpty()) {
        following.add(t.id());
        newest = t.id();
      }
    }
    return newest;
  }
}
