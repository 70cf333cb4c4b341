package io.switchboard.http.watch;

import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The labels of one figure, of which there are only so many: what is more goes by "other". */
final class Bounded {
  static final int MOST = 100;

  private final String[] labels;
  private final Set<List<String>> known = ConcurrentHashMap.newKeySet();

  Bounded(String... labels) {
    this.labels = labels.clone();
  }

  Tags tags(String... values) {
    if (values.length != labels.length) {
      throw new IllegalArgumentException("as many values as labels, not " + List.of(values));
    }
    boolean room = known.contains(List.of(values)) || known.size() < MOST;
    if (room) {
      known.add(List.of(values));
    }
    Tags tags = Tags.empty();
    for (int i = 0; i < labels.length; i++) {
      tags = tags.and(labels[i], room ? values[i] : "other");
    }
    return tags;
  }
}
