package io.switchboard.markup.cut;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Fills part after part, each as far as it goes. A good border (between blocks) is taken before a
 * bad one (between words) if the part is then full enough.
 */
public final class Fill {
  /** How full a part must be before a better border is preferred to more text; tried in order. */
  private static final double[] FULL_ENOUGH = {0.75, 0.9, 1.01};

  private final Stretch<List<Block>> whole;
  private final ToIntFunction<Document> size;
  private final int bound;

  /** Characters of the document per unit of size, learnt from the whole. */
  private final double density;

  /** How much was left empty in all parts but the last, and how large the last one is. */
  private long left;

  private int lastSize;

  private Fill(Stretch<List<Block>> whole, ToIntFunction<Document> size, int bound, int wholeSize) {
    this.whole = whole;
    this.size = size;
    this.bound = bound;
    this.density = Math.max(1e-3, whole.length() / (double) Math.max(1, wholeSize));
  }

  /** See {@link io.switchboard.markup.Cut#into}. */
  public static List<Document> parts(Document document, ToIntFunction<Document> size, int bound) {
    int wholeSize = size.applyAsInt(document);
    if (wholeSize <= bound || document.blocks().isEmpty()) {
      return List.of(document);
    }
    Document loose = new Loosen(size, bound).apply(document);
    Fill fill = new Fill(Blocks.of(loose.blocks()), size, bound, wholeSize);
    List<Document> best = fill.all(FULL_ENOUGH[0]);
    if (fill.left >= fill.lastSize * 0.75) {
      // What was left empty could perhaps have held the last part.
      int fewest = fill.all(FULL_ENOUGH[2]).size();
      for (int i = 1; i < FULL_ENOUGH.length && best.size() > fewest; i++) {
        best = fill.all(FULL_ENOUGH[i]);
      }
    }
    return best;
  }

  private List<Document> all(double enough) {
    List<Document> parts = new ArrayList<>();
    int from = 0;
    left = 0;
    lastSize = 0;
    while (from < whole.length()) {
      Part filled = new Part(from, enough);
      int to = filled.end();
      left += parts.isEmpty() ? 0 : Math.max(0, bound - lastSize);
      lastSize = filled.goodSize;
      Document part = new Document(whole.slice(from, to));
      // Blanks alone are no message.
      if (to - from > 8 || parts.isEmpty() || !PlainText.of(part).isBlank()) {
        parts.add(part);
      }
      from = to;
    }
    return parts;
  }

  /** The search for one part's end. */
  private final class Part {
    private final int from;
    private final double enough;

    /** The furthest place known to fit, and how large the part is then. */
    private int good;

    private int goodSize;

    /** The nearest place known not to fit. */
    private int bad;

    private int badSize;

    /** If the furthest place looks odd, the one before it. */
    private int beforeOdd = -1;

    /** The best place with a border that is full enough; -1 if none yet. */
    private int chosen = -1;

    Part(int from, double enough) {
      this.from = from;
      this.good = from;
      this.enough = enough;
      this.bad = whole.length() + 1;
    }

    int end() {
      int length = whole.length();
      if ((length - from) / density <= bound * 1.5 && fits(length)) {
        return length;
      }
      descend(whole, 0);
      if (chosen >= 0) {
        return chosen;
      }
      if (bad > length && fits(length)) {
        return length;
      }
      if (beforeOdd > from && enough <= 1) {
        return beforeOdd;
      }
      return good > from ? good : lastResort();
    }

    private void descend(Stretch<?> stretch, int start) {
      Stretch<?> here = stretch;
      int at = start;
      while (true) {
        List<int[]> sets = here.borders();
        for (int set = 0; set < sets.size(); set++) {
          int before = good;
          search(sets.get(set), at);
          if (here.odd(set)) {
            beforeOdd = good > before ? before : beforeOdd;
          } else if (good > before && goodSize >= bound * enough) {
            chosen = good;
            return;
          } else if (good > before) {
            beforeOdd = -1;
          }
        }
        Stretch.Inner inner = here.inner(good - at);
        if (inner == null) {
          return;
        }
        at += inner.start();
        here = inner.stretch();
      }
    }

    /** Finds the furthest of these borders that fits. */
    private void search(int[] borders, int start) {
      int low = first(borders, good - start);
      int high = first(borders, bad - 1 - start);
      for (int tries = 0; low < high; tries++) {
        int guess = (low + high) / 2;
        // Sizes are nearly even, so a guess finds the place sooner than halving; but not always.
        if (tries < 4 || tries % 2 == 0) {
          double reach = Math.min(good + (bound - goodSize) * slope(), bad) - start;
          guess = Math.clamp(first(borders, (int) reach) - 1L, low, high - 1);
        }
        if (fits(start + borders[guess])) {
          low = guess + 1;
        } else {
          high = guess;
        }
      }
    }

    /** Characters per unit of size around here. */
    private double slope() {
      return badSize > goodSize ? (bad - good) / (double) (badSize - goodSize) : density;
    }

    /** The index of the first border beyond a place. */
    private int first(int[] borders, int place) {
      int found = Arrays.binarySearch(borders, place);
      return found >= 0 ? found + 1 : -found - 1;
    }

    private boolean fits(int to) {
      int partSize = size.applyAsInt(new Document(whole.slice(from, to)));
      if (partSize <= bound) {
        good = to;
        goodSize = partSize;
        return true;
      }
      bad = to;
      badSize = partSize;
      return false;
    }

    /** Not even a word fits: as many grapheme clusters as do, or one if none does. */
    private int lastResort() {
      Stretch<?> here = whole;
      int at = 0;
      for (Stretch.Inner in = here.inner(from); in != null; in = here.inner(from - at)) {
        at += in.start();
        here = in.stretch();
      }
      int[] borders = here.lastResort();
      search(borders, at);
      if (good > from) {
        return good;
      }
      int next = first(borders, from - at);
      return next < borders.length ? at + borders[next] : at + here.length();
    }
  }
}
