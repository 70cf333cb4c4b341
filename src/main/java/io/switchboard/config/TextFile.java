package io.switchboard.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file of the configuration, as somebody may have left it. */
public final class TextFile {
  private static final int LONGEST = 1_000_000;
  private static final String MARK = "\uFEFF";

  private TextFile() {}

  /**
   * Whether nothing at all is there. A link that leads nowhere is something, and so is a folder.
   */
  public static boolean isMissing(Path file) {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Its text, in UTF-8, without the mark that some editors put in front, and with simple ends of
   * lines.
   *
   * @throws Unreadable if it is no such file
   */
  public static String read(Path file) throws Unreadable {
    String text = decoded(file, bytes(file));
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) && "\n\r\t\u0085".indexOf(text.charAt(i)) < 0) {
        throw new Unreadable(
            "%s, line %d: has a character that is no text (U+%04X): save it as plain text in UTF-8"
                .formatted(file, line(text, i), (int) text.charAt(i)));
      }
    }
    return (text.startsWith(MARK) ? text.substring(1) : text).replace("\r\n", "\n");
  }

  private static byte[] bytes(Path file) throws Unreadable {
    if (Files.isDirectory(file)) {
      throw new Unreadable(file + ": is a folder, where a file should be");
    }
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw new Unreadable(file + ": is a link that leads nowhere");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new Unreadable(file + ": is larger than 1 MB, so it is not what it should be");
      }
      return bytes;
    } catch (AccessDeniedException e) {
      throw new Unreadable(closed(file));
    } catch (IOException e) {
      throw new Unreadable(file + ": cannot be read: " + e);
    }
  }

  /** What to do about a file or folder that this user may not read; the outermost is named. */
  public static String closed(Path path) {
    Path outermost = path;
    for (Path p = path.toAbsolutePath(); p != null; p = p.getParent()) {
      boolean listed = p.equals(path.toAbsolutePath());
      if (Files.isDirectory(p) && !(Files.isExecutable(p) && (Files.isReadable(p) || !listed))) {
        outermost = p;
      }
    }
    return "%s: may not be read by the user that runs this, %s: let that user read %s"
        .formatted(
            outermost,
            System.getProperty("user.name", "?"),
            Files.isDirectory(outermost) ? "it (chmod a+rx, or chgrp and chmod g+rx)" : "it");
  }

  private static String decoded(Path file, byte[] bytes) throws Unreadable {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      // What was before it could be read, and so it tells the line.
      String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      throw new Unreadable(
          "%s, line %d: is not UTF-8 text: save it in UTF-8"
              .formatted(file, line(before, before.length())));
    }
  }

  private static long line(String text, int until) {
    return 1 + text.substring(0, until).chars().filter(c -> c == '\n').count();
  }

  /** It cannot be read; the message says which, where and what to do. */
  public static final class Unreadable extends Exception {
    Unreadable(String what) {
      super(what);
    }

    /** The message. */
    public String what() {
      return String.valueOf(getMessage());
    }
  }
}
