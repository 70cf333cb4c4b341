package io.switchboard.alert;

import io.switchboard.staff.Staff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ends what is not watched any more, so that whoever has it watched again hears of it again: what
 * an earlier run left at the first look, later only what this process itself gave up. Another
 * process may watch more by its own settings, and would say each minute again what is ended here.
 */
final class Unwatched {
  private final Staff staff;
  private final Map<String, Set<String>> before = new HashMap<>();

  Unwatched(Staff staff) {
    this.staff = staff;
  }

  /** Of the subjects that begin so, these are watched now. */
  void except(String beginning, Set<String> watched) {
    Set<String> given = before.get(beginning);
    if (given == null) {
      staff.endOthers(beginning, watched);
    } else {
      Set<String> over = new HashSet<>(given);
      over.removeAll(watched);
      over.forEach(staff::end);
    }
    before.put(beginning, Set.copyOf(watched));
  }
}
