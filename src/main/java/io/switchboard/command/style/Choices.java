package io.switchboard.command.style;

import io.switchboard.chat.message.Button;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Buttons of which one is chosen. */
final class Choices {
  /** So many beside the usual one have room under one message on every platform. */
  static final int MOST = 24;

  private static final int ROWS = 5;
  private static final int KEY_BYTES = 6;
  private static final int LONGEST_LABEL = 60;

  private Choices() {}

  static String marked(String label, boolean chosen) {
    String shown =
        label.codePointCount(0, label.length()) <= LONGEST_LABEL
            ? label
            : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
    return chosen ? "✓ " + shown : shown;
  }

  /** In as few columns as five rows allow: short rows read better on a phone. */
  static List<List<Button>> rows(List<Button> buttons) {
    int columns = Math.max(1, (buttons.size() + ROWS - 1) / ROWS);
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < buttons.size(); i += columns) {
      rows.add(List.copyOf(buttons.subList(i, Math.min(i + columns, buttons.size()))));
    }
    return rows;
  }

  /** Short for a name of any length and any characters. */
  static String key(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
