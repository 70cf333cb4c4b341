package io.switchboard.discord.posting;

import io.switchboard.discord.speaking.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Forums and their tags, asked of Discord and remembered for some minutes. */
final class Forums {
  /** The most tags that a post may have. */
  static final int MOST_TAGS = 5;

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final int FORUM = 15;
  private static final int MEDIA = 16;
  private static final int REQUIRES_TAG = 1 << 4;

  private final Rest rest;
  private final InstantSource clock;
  private final Map<String, Forum> known = new ConcurrentHashMap<>();

  Forums(Rest rest, InstantSource clock) {
    this.rest = rest;
    this.clock = clock;
  }

  /**
   * A channel as Discord describes it.
   *
   * @param forum whether posts are made in it as threads
   * @param tags that everybody may give
   */
  record Forum(boolean forum, boolean requiresTag, List<Tag> tags, Instant asked) {
    /** Those of these names, or, where one must be given, the first there is. */
    List<String> ids(List<String> names) {
      List<String> ids = new ArrayList<>();
      for (String name : names) {
        tags.stream()
            .filter(tag -> same(tag.name, name))
            .map(Tag::id)
            .filter(id -> !ids.contains(id) && ids.size() < MOST_TAGS)
            .findFirst()
            .ifPresent(ids::add);
      }
      if (ids.isEmpty() && requiresTag && !tags.isEmpty()) {
        ids.add(tags.getFirst().id);
      }
      return ids;
    }

    private static boolean same(String a, String b) {
      return a.strip().toLowerCase(Locale.ROOT).equals(b.strip().toLowerCase(Locale.ROOT));
    }
  }

  /** A tag of a forum. */
  record Tag(String id, String name) {}

  /** What is known, asked for if that was long ago; empty if Discord does not tell now. */
  Optional<Forum> of(String channel) {
    Forum before = known.get(channel);
    return before != null && clock.instant().isBefore(before.asked.plus(FRESH))
        ? Optional.of(before)
        : ask(channel);
  }

  /** Whether posts are made as threads in what Discord describes so. */
  static boolean isForum(DataObject channel) {
    int type = channel.getInt("type", -1);
    return type == FORUM || type == MEDIA;
  }

  /** As it is now. */
  Optional<Forum> ask(String channel) {
    if (!(rest.call(Route.Channels.GET_CHANNEL.compile(channel), null)
        instanceof Rest.Outcome.Done(DataObject told))) {
      return Optional.empty();
    }
    boolean required = (told.getInt("flags", 0) & REQUIRES_TAG) != 0;
    List<Tag> tags = new ArrayList<>();
    DataArray offered = told.optArray("available_tags").orElseGet(DataArray::empty);
    for (int i = 0; i < offered.length(); i++) {
      DataObject tag = offered.getObject(i);
      // Those for moderators are not ours to give.
      if (!tag.getBoolean("moderated", false)) {
        tags.add(new Tag(tag.getString("id"), tag.getString("name", "")));
      }
    }
    Forum forum = new Forum(isForum(told), required, tags, clock.instant());
    known.put(channel, forum);
    return Optional.of(forum);
  }
}
