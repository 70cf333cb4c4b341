package io.switchboard.community.channel;

import io.switchboard.community.CommunitySettings;
import io.switchboard.community.kept.SwitchTable;
import io.switchboard.db.Database;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What the configuration says, as far as admins have not said otherwise; kept over restarts. */
public final class Switches {
  private final Database database;
  private final CommunitySettings settings;

  public Switches(Database database, CommunitySettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** What the configuration says. */
  public CommunitySettings settings() {
    return settings;
  }

  /** Whether there is a community now: it is switched on, and has a channel. */
  public boolean enabled() {
    return database.read(
        h ->
            SwitchTable.is(h, SwitchTable.ENABLED).orElse(settings.enabled())
                && !channels(h).isEmpty());
  }

  /** Whether it is switched on, with a channel or without. */
  public boolean on() {
    return database.read(h -> SwitchTable.is(h, SwitchTable.ENABLED)).orElse(settings.enabled());
  }

  /** Whether the staff looks at a post first. */
  public boolean approval() {
    return database.read(h -> SwitchTable.is(h, SwitchTable.APPROVAL)).orElse(settings.approval());
  }

  /** Switches it on or off for all. What is shown already stays. */
  public void enable(boolean on) {
    write(h -> SwitchTable.set(h, SwitchTable.ENABLED, on));
  }

  /** Has the staff look at posts first, or not. */
  public void approve(boolean on) {
    write(h -> SwitchTable.set(h, SwitchTable.APPROVAL, on));
  }

  /** The channels, in the configuration's words. */
  public List<String> channels() {
    return database.read(this::channels);
  }

  private List<String> channels(Handle h) {
    Map<String, Boolean> changed = SwitchTable.channels(h);
    Set<String> all = new LinkedHashSet<>(settings.channels());
    changed.forEach(
        (channel, open) -> {
          if (open) {
            all.add(channel);
          } else {
            all.remove(channel);
          }
        });
    return List.copyOf(all);
  }

  /** Posts go there, too, from now on; or no more. What is shown there stays. */
  public void open(String channel, boolean open) {
    write(h -> SwitchTable.open(h, channel, open));
  }

  /** The language that is spoken in a channel, if the configuration says. */
  public Optional<Locale> language(String channel) {
    return Optional.ofNullable(settings.languages().get(channel)).map(Locale::forLanguageTag);
  }

  private void write(Consumer<Handle> change) {
    try {
      database.useTransaction(change);
    } catch (UnableToExecuteStatementException e) {
      // Somebody else did it for the first time at the same moment: there is a row now.
      database.useTransaction(change);
    }
  }
}
