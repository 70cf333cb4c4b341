package io.switchboard.markup.parse;

/** Whether a text ends within a fence of code, and where. */
final class OpenFence {
  private char sign;
  private int length;

  /** Where the line with the opening begins. */
  private int opening;

  /** Where the last one before it has ended. */
  private int closed;

  private OpenFence() {}

  static OpenFence in(String text, int from, int end) {
    OpenFence fence = new OpenFence();
    fence.closed = from;
    for (int line = from; line < end; ) {
      int next = text.indexOf('\n', line);
      next = next < 0 || next >= end ? end : next + 1;
      fence.read(text, line, next);
      line = next;
    }
    return fence;
  }

  /** Behind the last fence that is closed. */
  int closed() {
    return closed;
  }

  boolean isOpen() {
    return length > 0;
  }

  /** Where the code ends that can be shown: before half an end, and not without a whole line. */
  int codeEnd(String text, int end) {
    int code = text.indexOf('\n', opening);
    if (code < 0 || code + 1 >= end) {
      return opening;
    }
    int line = Math.max(text.lastIndexOf('\n', end - 1) + 1, code + 1);
    int at = skipped(text, line, end);
    int run = at;
    while (run < end && text.charAt(run) == sign) {
      run++;
    }
    int kept = run > at && run == end ? line : end;
    return text.substring(code, kept).isBlank() ? opening : kept;
  }

  private void read(String text, int line, int end) {
    int at = skipped(text, line, end);
    if (length == 0) {
      at = behindItems(text, at, end);
    }
    char first = at < end ? text.charAt(at) : 0;
    if (first != '`' && first != '~') {
      return;
    }
    int run = at;
    while (run < end && text.charAt(run) == first) {
      run++;
    }
    String rest = text.substring(run, end);
    if (length == 0) {
      if (run - at >= 3 && !(first == '`' && rest.indexOf('`') >= 0)) {
        sign = first;
        length = run - at;
        opening = line;
      }
    } else if (first == sign && run - at >= length && rest.isBlank()) {
      length = 0;
      closed = end;
    }
  }

  /** Behind indentation and the signs of quotations. */
  private static int skipped(String text, int line, int end) {
    int at = line;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '>')) {
      at++;
    }
    return at;
  }

  /** Code may be the first thing of an item. */
  private static int behindItems(String text, int from, int end) {
    int at = from;
    while (true) {
      int behind = behindSign(text, at, end);
      if (behind == at || behind >= end || text.charAt(behind) != ' ') {
        return at;
      }
      at = skipped(text, behind, end);
    }
  }

  /** Behind the sign of an item; the same place if there is none. */
  private static int behindSign(String text, int at, int end) {
    int digits = at;
    while (digits < end && digits - at < 9 && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean numbered = digits > at && digits < end && ".)".indexOf(text.charAt(digits)) >= 0;
    boolean bullet = at < end && "-*+".indexOf(text.charAt(at)) >= 0;
    return numbered ? digits + 1 : bullet ? at + 1 : at;
  }
}
