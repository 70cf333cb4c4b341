package io.switchboard.app.parts.platforms;

import io.switchboard.chat.title.Titles;
import io.switchboard.db.learnt.Learnt;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What places were called when they could be asked. */
record PlaceTitles(Learnt learnt) implements Titles.Memory {
  private static final Logger log = LoggerFactory.getLogger(PlaceTitles.class);

  private static String name(String words) {
    return "title of " + words;
  }

  @Override
  public Optional<String> last(String words) {
    try {
      return learnt.of(name(words)).map(Learnt.Fact::said);
    } catch (RuntimeException e) {
      // A name is worth no more than being left out.
      log.debug("{} is not known by its title now", words, e);
      return Optional.empty();
    }
  }

  @Override
  public void told(String words, String title) {
    learnt.keep(name(words), title);
  }
}
