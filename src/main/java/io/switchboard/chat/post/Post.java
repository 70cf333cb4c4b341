package io.switchboard.chat.post;

import io.switchboard.chat.message.Reply;
import java.util.List;

/**
 * What a post shows.
 *
 * @param body without the title; with it short enough for one message, see {@link Posts#fits}
 * @param tags names, in any writing; a place that has tags of its own shows those of the same name
 */
public record Post(String title, Reply body, List<String> tags) {
  public Post {
    tags = List.copyOf(tags);
  }
}
