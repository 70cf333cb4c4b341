package io.switchboard.markup.math;

/** MathML as text. The only place where something read is written. */
final class Xml {
  private Xml() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** An operator. */
  static String mo(String sign) {
    return "<mo>" + escaped(sign) + "</mo>";
  }

  /** An operator as large as its letters. */
  static String small(String sign) {
    return "<mo stretchy=\"false\">" + escaped(sign) + "</mo>";
  }

  /** One thing of several. */
  static String row(String inner) {
    return "<mrow>" + inner + "</mrow>";
  }

  /** Blank of so many em. */
  static String blank(String em) {
    return "<mspace width=\"" + em + "em\"></mspace>";
  }

  /** Words. Blanks at their ends would be lost if they were ordinary. */
  static String words(String text) {
    return "<mtext>" + escaped(text.replaceAll("\\s+", "\u00a0")) + "</mtext>";
  }

  /** A fence that grows with what it holds. */
  static String fence(String sign) {
    return sign.isEmpty() ? "" : "<mo fence=\"true\" stretchy=\"true\">" + escaped(sign) + "</mo>";
  }
}
