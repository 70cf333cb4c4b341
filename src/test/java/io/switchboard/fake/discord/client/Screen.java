package io.switchboard.fake.discord.client;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a message's content by the rules of Discord's client, in their order: what a person sees,
 * and what acts in it. Numbers of lists are written out; bullets, bars of quotations and the signs
 * of formats are not. Where two formats begin with the same sign, the longer one is taken, as the
 * client's reader (simple-markdown) does.
 *
 * @see <a href="https://support.discord.com/hc/en-us/articles/210298617">Markdown Text 101</a>
 */
public final class Screen {
  /** What the client makes of a stretch. */
  public enum Kind {
    QUOTE,
    FENCE,
    HEADING,
    SMALL,
    LIST,
    ESCAPE,
    AUTOLINK,
    URL,
    LINK,
    MENTION,
    EMOJI,
    EMPHASIS,
    STRONG,
    UNDERLINE,
    STRIKE,
    CODE,
    SPOILER,
    TEXT
  }

  private record Rule(Kind kind, Pattern pattern, boolean atLineStart) {}

  private static final String SPACE =
      "\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

  private static final List<Rule> RULES =
      List.of(
          rule(
              Kind.QUOTE,
              "(?: *>>> +([\\s\\S]*))|(?: *>(?!>>) [^\\n]*(?:\\n *>(?!>>) [^\\n]*)*\\n?)",
              true),
          rule(Kind.FENCE, "```(?:([A-Za-z0-9_+\\-.#]+?)\\n)?\\n*([^\\n][\\s\\S]*?)\\n*```", false),
          rule(Kind.HEADING, " *(#{1,3})\\s+((?:\\\\.|[^\\n])+?)#*\\s*(?:\\n|$)", true),
          rule(Kind.SMALL, "-# +(?!-#)([^\\n]+?)(?:\\n|$)", true),
          rule(
              Kind.LIST,
              "( *)([*-]|\\d+\\.) ([^\\n]+(?:\\n +(?![*-] |\\d+\\. )[^\\n]+)*)(?:\\n|$)",
              true),
          rule(Kind.ESCAPE, "\\\\([^0-9A-Za-z\\s])", false),
          rule(Kind.AUTOLINK, "<(https?://[^>\\s]+)>", false),
          rule(Kind.URL, "https?://[^\\s<]+[^<.,:;\"')\\]\\s]", false),
          rule(
              Kind.LINK,
              "\\[((?:\\[[^\\]]*\\]|\\\\.|[^\\[\\]\\\\])*)\\]\\(\\s*<?(https?://[^\\s)>]+)>?\\s*\\)",
              false),
          rule(
              Kind.MENTION,
              "<@!?\\d+>|<@&\\d+>|<#\\d+>|<t:-?\\d+(?::[tTdDfFR])?>|</[-_\\w"
                  + " ]+:\\d+>|@everyone|@here|<id:\\w+>|<sound:\\d+:\\d+>|<(?:mailto:)?[\\w.!#$%&'*+/=?^{|}~-]+@[\\w-]+(?:\\.[\\w-]+)+>|<(?:tel:)?\\+?\\d[\\d()"
                  + " -]*>",
              false),
          rule(
              Kind.EMOJI,
              "<a?:\\w{2,}:\\d+>|:(?:[\\w+-]*[A-Za-zñ][\\wñ+-]*|[+-]1|100|1234)(?:::skin-tone-\\d)?:",
              false),
          rule(Kind.STRONG, "\\*\\*((?:\\\\[\\s\\S]|[^\\\\])+?)\\*\\*(?!\\*)", false),
          rule(Kind.UNDERLINE, "__((?:\\\\[\\s\\S]|[^\\\\])+?)__(?!_)", false),
          rule(
              Kind.EMPHASIS,
              "\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b"
                  + "|\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s*\\\\]|\\*\\*)|[^\\s*\\\\])+?)\\*(?!\\*)",
              false),
          rule(Kind.STRIKE, "~~([\\s\\S]+?)~~(?!_)", false),
          rule(Kind.CODE, "(`+)([\\s\\S]*?[^`])\\1(?!`)", false),
          rule(Kind.SPOILER, "\\|\\|([\\s\\S]+?)\\|\\|", false),
          rule(Kind.TEXT, "[\\s\\S]+?(?=[^0-9A-Za-z\\s\\u00c0-\\uffff]|\\n|\\w+:\\S|$)", false));

  private static final Set<Kind> STYLES =
      EnumSet.complementOf(EnumSet.of(Kind.ESCAPE, Kind.TEXT, Kind.LIST, Kind.MENTION, Kind.EMOJI));

  private static final Set<Kind> RIVALS = EnumSet.of(Kind.EMPHASIS, Kind.STRONG, Kind.UNDERLINE);

  /**
   * A character that is seen, and how.
   *
   * @param kinds what it stands in, as {@link Kind#name} tells it
   */
  public record Seen(char sign, Set<Kind> kinds) {}

  private final StringBuilder seen = new StringBuilder();
  private final List<Set<Kind>> kinds = new ArrayList<>();
  private Set<Kind> around = Set.of();
  private final List<String> acting = new ArrayList<>();

  private Screen() {}

  private static Rule rule(Kind kind, String regex, boolean atLineStart) {
    return new Rule(kind, Pattern.compile(spaced(regex)), atLineStart);
  }

  /** The client's patterns take more for a space than Java's do. */
  private static String spaced(String regex) {
    StringBuilder all = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\' && regex.charAt(i + 1) == 's') {
        all.append(inClass ? SPACE : "[" + SPACE + "]");
        i++;
      } else if (c == '\\') {
        all.append(c).append(regex.charAt(++i));
      } else {
        inClass = c == '[' || (inClass && c != ']');
        all.append(c);
      }
    }
    return all.toString().replace("\\S]", "[^" + SPACE + "]]").replace("\\S", "[^" + SPACE + "]");
  }

  /** What is read on the screen. */
  public static String text(String content) {
    return read(content).seen.toString();
  }

  /** What is read on the screen, and how it looks. */
  public static List<Seen> seen(String content) {
    Screen screen = read(content);
    List<Seen> all = new ArrayList<>();
    for (int i = 0; i < screen.seen.length(); i++) {
      all.add(new Seen(screen.seen.charAt(i), screen.kinds.get(i)));
    }
    return all;
  }

  /** Mentions, emoji and commands in it, as written: what a model's text must never make. */
  public static List<String> acting(String content) {
    return List.copyOf(read(content).acting);
  }

  private static Screen read(String content) {
    Screen screen = new Screen();
    screen.read(content, true, false, false);
    return screen;
  }

  private void read(String text, boolean lineStart, boolean quoted, boolean linked) {
    int at = 0;
    while (at < text.length()) {
      String before = text.substring(text.lastIndexOf('\n', at - 1) + 1, at);
      boolean start = before.isBlank() && (lineStart || text.lastIndexOf('\n', at - 1) >= 0);
      at = next(text, at, start, quoted, linked).end();
    }
  }

  private Matcher next(String text, int at, boolean start, boolean quoted, boolean linked) {
    Matcher best = null;
    Kind kind = Kind.TEXT;
    for (Rule rule : RULES) {
      boolean here =
          (best == null || RIVALS.contains(rule.kind))
              && (!rule.atLineStart || start)
              && !(rule.kind == Kind.QUOTE && quoted)
              && !(linked && (rule.kind == Kind.LINK || rule.kind == Kind.URL));
      if (here) {
        Matcher match = rule.pattern.matcher(text);
        match.region(at, text.length());
        match.useTransparentBounds(true);
        match.useAnchoringBounds(false);
        if (match.lookingAt() && match.end() > at) {
          // Of equally long ones italics win, which come last here.
          boolean better = best == null || match.end() >= best.end();
          best = better ? match : best;
          kind = better ? rule.kind : kind;
          if (!RIVALS.contains(kind)) {
            break;
          }
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("no rule for " + text.substring(at));
    }
    Set<Kind> outside = around;
    if (STYLES.contains(kind)) {
      around = EnumSet.of(kind, outside.toArray(Kind[]::new));
    }
    show(kind, best, quoted, linked);
    around = outside;
    return best;
  }

  private void put(String text) {
    seen.append(text);
    while (kinds.size() < seen.length()) {
      kinds.add(around);
    }
  }

  private void show(Kind kind, Matcher match, boolean quoted, boolean linked) {
    switch (kind) {
      case QUOTE -> quote(match);
      case FENCE, CODE -> put(match.group(2));
      case HEADING -> line(match.group(2), quoted, linked);
      case SMALL -> line(match.group(1), quoted, linked);
      case LIST -> {
        String mark = match.group(2);
        put(mark.length() > 1 ? mark + " " : "");
        line(match.group(3), quoted, linked);
      }
      case ESCAPE, AUTOLINK -> put(match.group(1));
      case URL, TEXT -> put(match.group());
      case LINK -> read(match.group(1), false, quoted, true);
      case MENTION, EMOJI -> {
        acting.add(match.group());
        put("\uFFFC");
      }
      case EMPHASIS ->
          read(match.group(1) == null ? match.group(2) : match.group(1), false, quoted, linked);
      case STRONG, UNDERLINE, STRIKE, SPOILER -> read(match.group(1), false, quoted, linked);
    }
  }

  private void line(String text, boolean quoted, boolean linked) {
    read(text, false, quoted, linked);
    put("\n");
  }

  private void quote(Matcher match) {
    String inner =
        match.group(1) != null ? match.group(1) : match.group().replaceAll("(?m)^ *> ?", "");
    read(inner, true, true, false);
    put("\n");
  }
}
