package io.switchboard.account.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts tokens in a model's own encoding. */
public final class ModelTokens {
  /** Longer texts are counted in parts: an encoder needs far longer for one word without an end. */
  private static final int PART = 4_000;

  /** The dated and sized ones too; all newer models of OpenAI have the other encoding. */
  private static final Pattern OLDER =
      Pattern.compile(
          "(gpt-4(-turbo|-32k|-vision|-\\d{4})?.*|gpt-3\\.5.*|gpt-35.*|text-embedding-.*)");

  private static final Pattern NEWER = Pattern.compile("(gpt-4o|gpt-4\\.1|gpt-4\\.5).*");

  private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();

  private ModelTokens() {}

  /** In the model's encoding; for models of others, whose is not known, in OpenAI's newest. */
  public static long count(String model, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    Encoding encoding =
        REGISTRY.getEncoding(isOlder(model) ? EncodingType.CL100K_BASE : EncodingType.O200K_BASE);
    long tokens = 0;
    for (int from = 0; from < text.length(); ) {
      int to = end(text, from);
      tokens += encoding.countTokensOrdinary(text.substring(from, to));
      from = to;
    }
    return tokens;
  }

  /** No text has more tokens than this: encodings are over bytes. */
  public static long most(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  static boolean isOlder(String model) {
    String name = model.toLowerCase(Locale.ROOT);
    String plain = name.substring(name.lastIndexOf('/') + 1);
    return !NEWER.matcher(plain).matches() && OLDER.matcher(plain).matches();
  }

  /** At a blank if there is one near, so that words stay whole. */
  private static int end(String text, int from) {
    int to = Math.min(text.length(), from + PART);
    if (to == text.length()) {
      return to;
    }
    for (int i = to; i > to - PART / 2; i--) {
      if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
  }
}
