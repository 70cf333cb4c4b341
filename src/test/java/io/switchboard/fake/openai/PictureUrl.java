package io.switchboard.fake.openai;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture within a request: its content must be what its media type says, and at most 20 MB. */
final class PictureUrl {
  private static final Pattern DATA =
      Pattern.compile("data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/]++={0,2})");
  private static final int LARGEST = 20 * 1024 * 1024;

  private PictureUrl() {}

  static boolean isGood(String url) {
    Matcher data = DATA.matcher(url);
    if (!data.matches()) {
      return false;
    }
    try {
      byte[] content = Base64.getDecoder().decode(data.group(2));
      String head = new String(content, StandardCharsets.ISO_8859_1);
      return content.length <= LARGEST
          && switch (data.group(1)) {
            case "png" -> head.startsWith("\u0089PNG\r\n");
            case "jpeg" -> head.startsWith("\u00ff\u00d8\u00ff");
            case "gif" -> head.startsWith("GIF8");
            default -> head.startsWith("RIFF") && head.startsWith("WEBP", 8);
          };
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
