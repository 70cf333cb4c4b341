package io.switchboard.telegram.render;

import io.switchboard.markup.Inline;

/** How a place is called here: Telegram has no mention of one that always leads there. */
final class ChannelName {
  private ChannelName() {}

  static String of(Inline.Channel channel) {
    return channel.scope().startsWith("telegram-") ? channel.athome() : channel.anywhere();
  }
}
