package io.switchboard.chat.message;

import io.switchboard.chat.title.Titles;
import io.switchboard.markup.Inline;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platforms that are switched on, by name. */
public final class Messengers {
  /** In characters; Telegram takes 128, which is more than fits into a sentence. */
  private static final int LONGEST_TITLE = 60;

  private static final Logger log = LoggerFactory.getLogger(Messengers.class);
  private final @Nullable Titles titles;
  private final Map<String, Messenger> byPlatform;
  private final Set<String> asking = ConcurrentHashMap.newKeySet();

  /** These, which are asked for the title of a place each time. */
  public Messengers(Collection<? extends Messenger> messengers) {
    this(messengers, null);
  }

  /** These, with what they told of places. */
  public Messengers(Collection<? extends Messenger> messengers, @Nullable Titles titles) {
    this.titles = titles;
    byPlatform =
        messengers.stream()
            .collect(Collectors.toUnmodifiableMap(Messenger::platform, Function.identity()));
  }

  /** The platform of that name, unless it is switched off. */
  public Optional<Messenger> of(String platform) {
    return Optional.ofNullable(byPlatform.get(platform));
  }

  /**
   * The place that the configuration calls so, as people call it. May block, see {@link
   * Messenger#title}.
   *
   * @param words such as {@code discord-channel:ID}
   */
  public Inline.Channel called(String words) {
    Optional<String> title = titles == null ? asked(words) : titles.of(words, this::asked);
    return new Inline.Channel(words, title.orElse(""), platform(words));
  }

  /**
   * The same for those who cannot wait: as it is known. One that is not yet is asked for meanwhile,
   * so that it is a little later.
   */
  public Inline.Channel known(String words) {
    if (titles == null) {
      return called(words);
    }
    Optional<String> title = titles.known(words);
    if (title.isEmpty() && asking.add(words)) {
      Thread.ofVirtual().name("title").start(() -> ask(words));
    }
    return new Inline.Channel(words, title.orElse(""), platform(words));
  }

  private void ask(String words) {
    try {
      var _ = called(words);
    } catch (RuntimeException e) {
      log.debug("{} has no title now", words, e);
    } finally {
      asking.remove(words);
    }
  }

  private Optional<String> asked(String words) {
    return all().stream()
        .flatMap(messenger -> messenger.title(words).stream())
        .map(Messengers::onOneLine)
        .filter(title -> !title.isEmpty())
        .findFirst();
  }

  /** Whoever named it may have named it oddly. */
  private static String onOneLine(String title) {
    String line = title.replaceAll("[\\s\\p{Cntrl}\\p{Z}]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_TITLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)).strip() + "…";
  }

  private static String platform(String words) {
    String name = words.split("[-:]", 2)[0];
    return name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** All that are switched on. */
  public Collection<Messenger> all() {
    return byPlatform.values();
  }
}
