package io.switchboard.queue;

import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.slots.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a process does now and then for all that it runs, and for what nobody runs any more. Each is
 * one transaction, as in {@link RequestQueue}.
 */
public final class Upkeep {
  private final Holding holding;
  private final Stopping stopping;
  private final Runnable moved;

  /**
   * The queue's own.
   *
   * @param moved called when there may be something new to claim
   */
  Upkeep(Holding holding, Stopping stopping, Runnable moved) {
    this.holding = holding;
    this.stopping = stopping;
    this.moved = moved;
  }

  /**
   * What waits for a model that no account offers any more may be answered by any. At the start.
   *
   * @param models all that are offered
   */
  public void offered(Set<String> models) {
    List<String> pools = new ArrayList<>(models);
    pools.add(Slots.ANY);
    int changed = holding.unpool(pools);
    if (changed > 0) {
      moved.run();
    }
  }

  /** Says that this process lives and works on all that it runs; hears what should stop. */
  public void beat() {
    // In this order: what is claimed in between is not among those that are told.
    Set<Long> listening = stopping.listening();
    stopping.stopAllBut(listening, holding.beat());
  }

  /**
   * Puts back what dead processes ran, at its old place, and lets those be claimed whose time has
   * come. To be called every second or so.
   *
   * @return how many
   */
  public int recover() {
    int back = holding.recover();
    if (back > 0) {
      moved.run();
    }
    return back;
  }

  /** The same for a process that has just started and runs nothing yet. */
  public int recoverAtStart() {
    return holding.recoverAtStart();
  }

  /** Whether this process runs it. */
  boolean runs(RequestId request) {
    return holding.runs(request);
  }

  /** All that this process runs, by what the database says. */
  List<RequestId> held() {
    return holding.held();
  }
}
