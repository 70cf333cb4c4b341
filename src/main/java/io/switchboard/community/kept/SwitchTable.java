package io.switchboard.community.kept;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of what admins switched at run time. */
public final class SwitchTable {
  /** Whether there is a community at all. */
  public static final String ENABLED = "enabled";

  /** Whether the staff looks at a post first. */
  public static final String APPROVAL = "approval";

  private SwitchTable() {}

  /** What was switched; empty if nobody did. */
  public static Optional<Boolean> is(Handle h, String name) {
    return h.createQuery("select on_now from community_switch where name = :name")
        .bind("name", name)
        .mapTo(Boolean.class)
        .findOne();
  }

  /** Two at once: one of them gets an exception, the first time. */
  public static void set(Handle h, String name, boolean on) {
    int changed =
        h.createUpdate("update community_switch set on_now = :on where name = :name")
            .bind("on", on)
            .bind("name", name)
            .execute();
    if (changed == 0) {
      h.createUpdate("insert into community_switch (name, on_now) values (:name, :on)")
          .bind("name", name)
          .bind("on", on)
          .execute();
    }
  }

  /** What the configuration says counts again. */
  public static void forget(Handle h, String name) {
    h.createUpdate("delete from community_switch where name = :name").bind("name", name).execute();
  }

  /** Channels that were added (true) or taken out. */
  public static Map<String, Boolean> channels(Handle h) {
    return h
        .createQuery("select channel, open_now from community_channel order by channel")
        .map((rs, c) -> Map.entry(rs.getString("channel"), rs.getBoolean("open_now")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  /** What the configuration says counts again for that channel. */
  public static void forgetChannel(Handle h, String channel) {
    h.createUpdate("delete from community_channel where channel = :channel")
        .bind("channel", channel)
        .execute();
  }

  /** Adds a channel, or takes it out. Two at once: one of them gets an exception. */
  public static void open(Handle h, String channel, boolean open) {
    forgetChannel(h, channel);
    h.createUpdate("insert into community_channel (channel, open_now) values (:channel, :open)")
        .bind("channel", channel)
        .bind("open", open)
        .execute();
  }
}
