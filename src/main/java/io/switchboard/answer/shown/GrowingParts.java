package io.switchboard.answer.shown;

import io.switchboard.chat.message.Messenger;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text again and again while it grows: what has filled its messages, up to the end of a
 * block, is not cut again as long as the text still begins with it. The parts are as many as a cut
 * from the beginning would make, or in rare cases one more.
 */
@SuppressWarnings("ReferenceEquality") // a text that was seen before is mostly the same object
final class GrowingParts {
  private static final Document NOTHING = new Document(List.of());

  private final Messenger messenger;
  private @Nullable Document last;
  private List<Document> parts = List.of();
  private List<Document> full = List.of();

  /** What the full parts hold. */
  private List<Block> held = List.of();

  GrowingParts(Messenger messenger) {
    this.messenger = messenger;
  }

  /** The parts of this text, which may go on from the last one. */
  List<Document> of(Document whole) {
    if (whole != last) {
      parts = cut(whole);
      last = whole;
    }
    return parts;
  }

  private List<Document> cut(Document whole) {
    List<Block> blocks = whole.blocks();
    if (blocks.size() <= held.size()
        || !same(blocks.subList(0, held.size()), held)
        || messenger.cut(full.isEmpty() ? NOTHING : full.getLast()).size() > 1) {
      // Something else is said now, or the platform has taught us that less fits a message.
      full = List.of();
      held = List.of();
    }
    int from = held.size();
    Document tail = from == 0 ? whole : new Document(blocks.subList(from, blocks.size()));
    List<Document> rest = messenger.cut(tail);
    List<Document> all = new ArrayList<>(full);
    all.addAll(rest);
    int at = from;
    int filled = full.size();
    for (Document part : rest.subList(0, rest.size() - 1)) {
      int to = at + part.blocks().size();
      if (to >= blocks.size() || !same(part.blocks(), blocks.subList(at, to))) {
        break;
      }
      at = to;
      filled++;
    }
    full = List.copyOf(all.subList(0, filled));
    held = List.copyOf(blocks.subList(0, at));
    return List.copyOf(all);
  }

  private static boolean same(List<Block> some, List<Block> others) {
    for (int i = 0; i < others.size(); i++) {
      if (some.get(i) != others.get(i) && !some.get(i).equals(others.get(i))) {
        return false;
      }
    }
    return some.size() == others.size();
  }
}
