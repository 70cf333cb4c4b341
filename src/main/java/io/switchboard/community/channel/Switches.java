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
import org.jdbi.v3.core.Handle;

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

  /** Whether it is switched on, and this is one of its channels. */
  public boolean open(String channel) {
    return on() && channels().contains(channel);
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

  /** The language that is spoken in a channel, if the configuration says. */
  public Optional<Locale> language(String channel) {
    return Optional.ofNullable(settings.languages().get(channel)).map(Locale::forLanguageTag);
  }

  /** Whether it is switched on, as far as admins said; empty where the configuration decides. */
  public static Optional<Boolean> onSaid(Handle h) {
    return SwitchTable.is(h, SwitchTable.ENABLED);
  }

  /** Switches it on or off; empty for what the configuration says. What is shown already stays. */
  public static void sayOn(Handle h, Optional<Boolean> on) {
    say(h, SwitchTable.ENABLED, on);
  }

  /** Whether the staff looks at a post first, as far as admins said. */
  public static Optional<Boolean> approvalSaid(Handle h) {
    return SwitchTable.is(h, SwitchTable.APPROVAL);
  }

  /** Has the staff look at posts first, or not; empty for what the configuration says. */
  public static void sayApproval(Handle h, Optional<Boolean> first) {
    say(h, SwitchTable.APPROVAL, first);
  }

  private static void say(Handle h, String name, Optional<Boolean> on) {
    on.ifPresentOrElse(now -> SwitchTable.set(h, name, now), () -> SwitchTable.forget(h, name));
  }

  /** Whether an admin added that channel or took it out; empty if nobody did. */
  public static Optional<Boolean> channelSaid(Handle h, String channel) {
    return Optional.ofNullable(SwitchTable.channels(h).get(channel));
  }

  /** Adds it or takes it out; empty for the configuration's. What is shown there stays. */
  public static void sayChannel(Handle h, String channel, Optional<Boolean> open) {
    SwitchTable.forgetChannel(h, channel);
    open.ifPresent(now -> SwitchTable.open(h, channel, now));
  }
}
