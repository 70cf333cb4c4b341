package io.switchboard.openai;

import io.switchboard.config.Secret;
import java.net.URI;

/**
 * An account on an OpenAI-compatible server.
 *
 * @param name what admins call it; unique among the accounts
 * @param baseUrl up to where {@code /chat/completions} begins: it usually ends in {@code /v1}
 * @param apiKey empty for a server that wants none
 * @param model used when nobody chose one
 * @param concurrency how many answers at once, 1 to 1000
 */
public record OpenAiSettings(
    String name, String baseUrl, Secret apiKey, String model, int concurrency, Patience patience) {
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String MODEL = "gpt-5-mini";

  /** OpenAI itself, without a key. */
  public static final OpenAiSettings DEFAULTS =
      new OpenAiSettings("main", OPENAI, Secret.of(""), MODEL, 4, Patience.DEFAULTS);

  public OpenAiSettings {
    name = name.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name: must not be empty");
    }
    // An environment variable that is set to nothing means the default, as one that is not set.
    baseUrl = baseUrl.isBlank() ? OPENAI : tidy(baseUrl.strip());
    model = model.isBlank() ? MODEL : model.strip();
    if (concurrency < 1 || concurrency > 1000) {
      throw new IllegalArgumentException("concurrency: 1 to 1000");
    }
    if (apiKey.reveal().chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException("apiKey: contains characters that no key has");
    }
  }

  private static String tidy(String url) {
    String tidy = url.replaceAll("/+$", "").replaceAll("/chat/completions$", "");
    URI uri;
    try {
      uri = URI.create(tidy);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("baseUrl: not an address", e);
    }
    if (uri.getHost() == null
        || !("http".equalsIgnoreCase(uri.getScheme())
            || "https".equalsIgnoreCase(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "baseUrl: expected an address such as http://localhost:11434/v1");
    }
    if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException("baseUrl: must have no user, query or fragment");
    }
    return tidy;
  }
}
