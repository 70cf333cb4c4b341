package io.switchboard.markup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A piece of running text. */
public sealed interface Inline {
  /** Characters that stand for themselves. */
  record Text(String text) implements Inline {}

  /** Code within a line. */
  record Code(String code) implements Inline {}

  /** Italics. */
  record Emphasis(List<Inline> text) implements Inline {}

  /** Bold. */
  record Strong(List<Inline> text) implements Inline {}

  /** Struck out. */
  record Strike(List<Inline> text) implements Inline {}

  /**
   * A link.
   *
   * @param url as written; renderers show it only when it is http, https or mailto
   */
  record Link(String url, List<Inline> text) implements Inline {}

  /**
   * An image that is named but never fetched by who reads: shown as a link with its description.
   */
  record Image(String url, String description) implements Inline {}

  /** A formula within a line, as raw LaTeX. */
  record Formula(String latex) implements Inline {}

  /** A line's end that is kept. */
  record Break() implements Inline {}

  /** A line's end that may become a space. */
  record SoftBreak() implements Inline {}

  /** A mark that points to a {@link Block.Footnote}. */
  record FootnoteMark(String label) implements Inline {}

  /**
   * A command, as a text of our own names it; what a model or somebody else wrote holds none.
   *
   * @param line with its slash, and what follows its name, if anything
   * @param named whose name for it is told, too, where the platform lists it by another one; null
   *     if that need not be told
   * @param mention how the platform writes it so that it can be pressed, which only the platform
   *     fills in; empty if it cannot be
   */
  record Command(String line, @Nullable Locale named, String mention) implements Inline {
    /** One as we write it. */
    public Command(String line) {
      this(line, null, "");
    }
  }

  /**
   * A place that has a name, as a text of our own names it; what a model or somebody else wrote
   * holds none.
   *
   * @param scope in the configuration's words, such as {@code discord-channel:123}: on its own
   *     platform it is shown so that it can be opened
   * @param title what people call it; empty if that is not known
   * @param platform its platform as people write it, such as {@code Discord}
   */
  record Channel(String scope, String title, String platform) implements Inline {
    /** As it is read anywhere: {@code #friends (Discord)}. */
    public String anywhere() {
      return title.isBlank() ? platform : title + " (" + platform + ")";
    }

    /** As it is read on its own platform, where that makes no mention of it. */
    public String athome() {
      return title.isBlank() ? platform : title;
    }
  }

  /** A time, shown in the reader's own zone where the platform can. */
  record Moment(Instant at, Style style) implements Inline {
    /** How it is shown. */
    public enum Style {
      /** In 5 minutes. */
      RELATIVE,
      /** Day and time. */
      DATE_TIME
    }
  }
}
