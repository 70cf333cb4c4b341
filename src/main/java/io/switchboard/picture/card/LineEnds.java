package io.switchboard.picture.card;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.util.Locale;

/**
 * Where a line may end. Korean is broken between words, as people write it; the usual rules would
 * break it within them, as Chinese.
 */
final class LineEnds extends BreakIterator {
  private final BreakIterator usual = BreakIterator.getLineInstance(Locale.ROOT);

  @Override
  public void setText(CharacterIterator text) {
    StringBuilder letters = new StringBuilder();
    for (char c = text.first(); c != CharacterIterator.DONE; c = text.next()) {
      letters.append(c >= '\uAC00' && c <= '\uD7A3' ? 'a' : c);
    }
    usual.setText(letters.toString());
  }

  @Override
  public CharacterIterator getText() {
    return usual.getText();
  }

  @Override
  public int first() {
    return usual.first();
  }

  @Override
  public int last() {
    return usual.last();
  }

  @Override
  public int next(int n) {
    return usual.next(n);
  }

  @Override
  public int next() {
    return usual.next();
  }

  @Override
  public int previous() {
    return usual.previous();
  }

  @Override
  public int following(int offset) {
    return usual.following(offset);
  }

  @Override
  public int current() {
    return usual.current();
  }
}
