package io.switchboard.telegram.sent;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of where a message may be. Telegram counts messages up in each supergroup, and over
 * all other chats of the bot together; servers that speak its language may count them in each chat.
 * So there can be two numbers to look behind, which take turns.
 *
 * @param behind it may have a greater number; looked at next
 * @param elsewhere or a number greater than this; 0 if there is no second one
 * @param before it has a smaller number; 0 if that is not known
 * @param letters what it begins with
 */
record Bookmark(int behind, int elsewhere, int before, String letters) {
  /** Behind either number. */
  static Bookmark of(int inTheChat, int overAll, String letters) {
    return new Bookmark(inTheChat, overAll == inTheChat ? 0 : overAll, 0, letters);
  }

  /** What {@link #write} wrote. */
  static Bookmark read(String written) {
    String[] parts = written.split(":", 4);
    return new Bookmark(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        parts[3]);
  }

  /**
   * Where to look next, as text: not at the number just looked at, and not behind a sign that was
   * sent later. Empty if there is nowhere.
   *
   * @param sign the number of that sign; 0 if none was sent
   */
  String next(int sign) {
    int end = before > 0 && (sign == 0 || before < sign) ? before : sign;
    List<Integer> left =
        IntStream.of(elsewhere, behind + 1)
            .filter(number -> number > 0 && (end == 0 || number + 1 < end))
            .distinct()
            .boxed()
            .toList();
    return left.isEmpty()
        ? ""
        : new Bookmark(left.getFirst(), left.size() > 1 ? left.getLast() : 0, end, letters).write();
  }

  String write() {
    return behind + ":" + elsewhere + ":" + before + ":" + letters;
  }
}
