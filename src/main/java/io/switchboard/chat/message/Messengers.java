package io.switchboard.chat.message;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The platforms that are switched on, by name. */
public final class Messengers {
  private final Map<String, Messenger> byPlatform;

  public Messengers(Collection<? extends Messenger> messengers) {
    byPlatform =
        messengers.stream()
            .collect(Collectors.toUnmodifiableMap(Messenger::platform, Function.identity()));
  }

  /** The platform of that name, unless it is switched off. */
  public Optional<Messenger> of(String platform) {
    return Optional.ofNullable(byPlatform.get(platform));
  }

  /** All that are switched on. */
  public Collection<Messenger> all() {
    return byPlatform.values();
  }
}
