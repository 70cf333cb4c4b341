package io.switchboard.command.community;

import io.switchboard.command.visit.Words;
import io.switchboard.community.post.Channels;
import io.switchboard.community.post.Standing;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says which posts could not be reached, and whether that is tried again. */
public final class Out {
  private Out() {}

  /** A list; nothing if all could be reached. */
  public static Document say(Words words, Channels channels, Standing standing) {
    List<Document> lines = new ArrayList<>();
    for (Standing.Out out : standing.out()) {
      Inline channel = channels.called(out.channel());
      String key = out.again() ? "community.out.again" : "community.out.lost";
      lines.add(
          out.deleted()
              ? words.say("community.out.deleted", channel)
              : words.say(
                  key,
                  channel,
                  words.label("community.out." + out.kind().name().toLowerCase(Locale.ROOT))));
    }
    return lines.isEmpty()
        ? new Document(List.of())
        : Words.all(words.say("community.out", lines.size()), Words.list(lines));
  }
}
