package io.switchboard.command.catalogue;

import io.switchboard.command.wish.StyleCommand;
import java.util.List;

/** Who answers in one's conversation. */
final class StyleEntries {
  static final List<Entry> ENTRIES =
      List.of(
          new Entry("model", c -> new StyleCommand.Model(c.arguments().strip()))
              .taking(Argument.free("name").suggested()),
          new Entry("persona", c -> new StyleCommand.Persona(c.arguments().strip()))
              .taking(Argument.free("name").suggested()));

  private StyleEntries() {}
}
