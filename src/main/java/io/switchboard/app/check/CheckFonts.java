package io.switchboard.app.check;

import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether pictures and PDFs can have the letters of all languages. */
final class CheckFonts implements Check {
  private static final Map<String, String> LANGUAGES = new LinkedHashMap<>();

  static {
    LANGUAGES.put("Simplified Chinese", "简体请求额度");
    LANGUAGES.put("Traditional Chinese", "繁體請求額度");
    LANGUAGES.put("Korean", "한국어질문");
  }

  @Override
  public String about() {
    return "Fonts";
  }

  @Override
  public void look(Findings findings) {
    List<String> missing = new ArrayList<>();
    try {
      String[] families =
          GraphicsEnvironment.getLocalGraphicsEnvironment()
              .getAvailableFontFamilyNames(Locale.ROOT);
      LANGUAGES.forEach(
          (language, letters) -> {
            for (String family : families) {
              if (new Font(family, Font.PLAIN, 12).canDisplayUpTo(letters) < 0) {
                return;
              }
            }
            missing.add(language);
          });
    } catch (RuntimeException | LinkageError e) {
      findings.wrong(
          "the system's fonts cannot be read, so there are no pictures in /usage and /status and no"
              + " PDFs: install fontconfig and fonts-dejavu-core");
      return;
    }
    if (missing.isEmpty()) {
      findings.ok("there are letters for all four languages");
    } else {
      findings.wrong(
          "no font has the letters of %s, so pictures with them are left out, and PDFs lack them: install Noto Sans CJK (apt install fonts-noto-cjk)"
              .formatted(String.join(", ", missing)));
    }
  }
}
