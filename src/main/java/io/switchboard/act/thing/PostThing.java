package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.share.ShareId;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where a post stands: {@code waiting}, {@code open}, {@code declined}, {@code removed} and others.
 * Names: its number. What is shown follows once the transaction is done.
 */
public record PostThing(InstantSource time) implements Thing {
  /** As it is written. */
  public static String state(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static ShareId share(String name) {
    return new ShareId(Long.parseLong(name));
  }

  @Override
  public Optional<String> read(Handle h, String name) {
    return ItemTable.locked(h, share(name)).map(ItemRow::state).map(PostThing::state);
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    State to = State.valueOf(state.toUpperCase(Locale.ROOT));
    Optional<ItemRow> item = ItemTable.find(h, share(name));
    if (item.isEmpty()
        || !ItemTable.move(h, share(name), List.of(item.get().state()), to, time.instant())) {
      return false;
    }
    String approved = item.get().approved();
    boolean takenBack = approved.startsWith(ItemRow.TAKEN_BACK);
    if (to == State.WAITING && !takenBack) {
      ItemTable.allow(h, share(name), ItemRow.TAKEN_BACK + approved);
    } else if (to != State.WAITING && takenBack) {
      ItemTable.allow(h, share(name), approved.substring(ItemRow.TAKEN_BACK.length()));
    }
    return true;
  }
}
