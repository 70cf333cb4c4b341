package io.switchboard.telegram.sent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a message may be that was perhaps sent, and how far that was looked at.
 *
 * @param spans where its number may be, the likeliest first
 * @param step what is to be done next
 * @param letters what the message begins with
 * @param signed whether a sign may stand there of which nobody knows, since no answer came to it
 */
record Bookmark(List<Span> spans, Step step, String letters, boolean signed) {
  /** Begins what is written of one where a sign may stand. */
  private static final String SIGNED = "s";

  /**
   * Numbers between two.
   *
   * @param behind the number is greater than this
   * @param before and smaller than this; 0 if nobody knows how small
   */
  record Span(int behind, int before) {
    private boolean holdsAny() {
      return before == 0 || behind + 1 < before;
    }

    private static Span read(String written) {
      String[] ends = written.split("-", 2);
      return new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }
  }

  /** What is to be done next. */
  enum Step {
    /** To look at the first number. */
    LOOK("."),
    /** To look closely at the first number: one of ours has it. */
    CLOSELY("!"),
    /** To find out where the chat ends now. */
    FIND_END("?");

    private final String sign;

    Step(String sign) {
      this.sign = sign;
    }
  }

  /** Behind either number; 0 for none. */
  static Bookmark behind(int likely, int other, String letters) {
    Stream<Integer> numbers = other == 0 ? Stream.of(likely) : Stream.of(likely, other);
    return new Bookmark(
        numbers.distinct().map(number -> new Span(number, 0)).toList(), Step.LOOK, letters, false);
  }

  /** Within these numbers alone. */
  static Bookmark of(Span span, String letters) {
    return new Bookmark(Stream.of(span).filter(Span::holdsAny).toList(), Step.LOOK, letters, false);
  }

  /** What {@link #write} wrote, or a version before this one: {@code behind:or behind:before:…}. */
  static Bookmark read(String written) {
    String[] parts = written.split(":", 4);
    if (parts.length == 4) {
      int before = Integer.parseInt(parts[2]);
      return new Bookmark(
          Stream.of(parts[0], parts[1])
              .map(Integer::parseInt)
              .filter(behind -> behind > 0)
              .map(behind -> new Span(behind, before))
              .toList(),
          Step.LOOK,
          parts[3],
          false);
    }
    boolean signed = parts[0].startsWith(SIGNED);
    Step step =
        Arrays.stream(Step.values())
            .filter(one -> parts[0].endsWith(one.sign))
            .findFirst()
            .orElseThrow();
    String spans = parts[0].substring(signed ? SIGNED.length() : 0, parts[0].length() - 1);
    return new Bookmark(
        spans.isEmpty() ? List.of() : Arrays.stream(spans.split(",")).map(Span::read).toList(),
        step,
        parts[1],
        signed);
  }

  /** For {@link #read}. */
  String write() {
    return (signed ? SIGNED : "")
        + spans.stream()
            .map(span -> span.behind + "-" + span.before)
            .collect(Collectors.joining(","))
        + step.sign
        + ":"
        + letters;
  }

  /** The number to look at; null if there is none. */
  @Nullable Integer number() {
    return spans.isEmpty() ? null : spans.getFirst().behind + 1;
  }

  /** The first number is that of another message, or of none. */
  Bookmark passed() {
    List<Span> left = new ArrayList<>(spans);
    left.set(0, new Span(Objects.requireNonNull(number()), spans.getFirst().before));
    return new Bookmark(left.stream().filter(Span::holdsAny).toList(), Step.LOOK, letters, signed);
  }

  /** The same, to be gone on with so. */
  Bookmark next(Step then) {
    return new Bookmark(spans, then, letters, signed);
  }

  /** The same, with a sign perhaps at the end, of which the number is the next one or greater. */
  Bookmark signedAtEnd() {
    List<Span> from =
        spans.stream()
            .map(span -> span.before == 0 && !signed ? new Span(span.behind - 1, 0) : span)
            .toList();
    return new Bookmark(from, step, letters, true);
  }

  /** The same, whether or not a sign may stand there. */
  Bookmark signed(boolean perhaps) {
    return new Bookmark(spans, step, letters, perhaps);
  }

  /** Whether nobody knows where the chat ends. */
  boolean isOpen() {
    return spans.stream().anyMatch(span -> span.before == 0);
  }

  /**
   * The chat ended before this number when it was looked: what was sent before has a smaller one.
   *
   * @param most so many numbers are looked at where the message can only be if it is counted
   *     otherwise than it seems
   */
  Bookmark endsBefore(int end, int most) {
    if (!isOpen()) {
      return this;
    }
    List<Span> left =
        new ArrayList<>(
            spans.stream()
                .map(span -> span.before == 0 ? new Span(span.behind, end) : span)
                .filter(Span::holdsAny)
                .sorted((a, b) -> Integer.compare(b.behind, a.behind))
                .toList());
    for (int i = 1; i < left.size(); i++) {
      Span span = left.get(i);
      int before = Math.min(left.get(i - 1).behind + 1, span.behind + most + 1);
      left.set(i, new Span(span.behind, Math.min(span.before, before)));
    }
    return new Bookmark(left.stream().filter(Span::holdsAny).toList(), step, letters, signed);
  }
}
