package io.switchboard.openai;

import io.switchboard.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An account on an OpenAI-compatible server.
 *
 * @param name what admins call it; unique among the accounts
 * @param baseUrl up to where {@code /chat/completions} begins: it usually ends in {@code /v1}
 * @param apiKey empty for a server that wants none
 * @param model used when nobody chose one
 * @param models others that may be chosen; names without blanks
 * @param api which of the server's two interfaces is used for answers
 * @param concurrency how many answers at once, 1 to 1000
 * @param requestsPerMinute so many calls in any sixty seconds; 0 for any number
 * @param tokensPerMinute so many tokens in and out in any sixty seconds; 0 for any number
 * @param weight of two accounts, one with twice the weight is asked twice as often; 1 to 1000
 * @param contextTokens a bound on a prompt, for models with a smaller window than the settings of
 *     answers allow; 0 for none
 * @param transcriptionModel writes down voice messages; empty for none
 * @param imageModel draws pictures; empty for none
 * @param speech reads answers aloud
 */
public record OpenAiSettings(
    String name,
    String baseUrl,
    Secret apiKey,
    String model,
    List<String> models,
    Api api,
    int concurrency,
    int requestsPerMinute,
    long tokensPerMinute,
    int weight,
    int contextTokens,
    String transcriptionModel,
    String imageModel,
    Speech speech,
    Patience patience) {
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String HEARING = "whisper-1";
  private static final String MODEL = "gpt-5-mini";
  private static final Pattern NAME = Pattern.compile("\\S{1,100}");

  /** OpenAI itself, without a key. */
  public static final OpenAiSettings DEFAULTS =
      new OpenAiSettings("main", OPENAI, Secret.of(""), MODEL, 4, Patience.DEFAULTS);

  /**
   * Reading aloud.
   *
   * @param model empty for none
   * @param voice one of the server's
   */
  public record Speech(String model, String voice) {
    /** None. */
    public static final Speech NONE = new Speech("", "alloy");

    public Speech {
      model = model.strip();
      voice = voice.strip();
      if (voice.isEmpty()) {
        throw new IllegalArgumentException("voice: must not be empty");
      }
    }
  }

  /** Which interface is used for answers. */
  public enum Api {
    /** Chat completions, which every compatible server has. */
    CHAT,
    /** Responses, OpenAI's newer one. */
    RESPONSES
  }

  /** One that takes any number of calls a minute and offers one model, by chat completions. */
  public OpenAiSettings(
      String name,
      String baseUrl,
      Secret apiKey,
      String model,
      int concurrency,
      Patience patience) {
    this(
        name,
        baseUrl,
        apiKey,
        model,
        List.of(),
        Api.CHAT,
        concurrency,
        0,
        0,
        1,
        0,
        HEARING,
        "",
        Speech.NONE,
        patience);
  }

  public OpenAiSettings {
    name = name.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name: must not be empty");
    }
    // An environment variable that is set to nothing means the default, as one that is not set.
    baseUrl = baseUrl.isBlank() ? OPENAI : tidy(baseUrl.strip());
    model = model.isBlank() ? MODEL : model.strip();
    transcriptionModel = transcriptionModel.strip();
    imageModel = imageModel.strip();
    if (concurrency < 1 || concurrency > 1000) {
      throw new IllegalArgumentException("concurrency: 1 to 1000");
    }
    if (requestsPerMinute < 0 || tokensPerMinute < 0) {
      throw new IllegalArgumentException(
          (requestsPerMinute < 0 ? "requestsPerMinute" : "tokensPerMinute") + ": 0 or more");
    }
    if (weight < 1 || weight > 1000) {
      throw new IllegalArgumentException("weight: 1 to 1000");
    }
    if (contextTokens != 0 && contextTokens < 500) {
      throw new IllegalArgumentException("contextTokens: 0, or at least 500");
    }
    models = models.stream().map(String::strip).distinct().toList();
    if (models.stream().anyMatch(m -> !NAME.matcher(m).matches())) {
      throw new IllegalArgumentException("models: names of 1 to 100 characters without blanks");
    }
    if (name.length() > 100) {
      throw new IllegalArgumentException("name: at most 100 characters");
    }
    if (apiKey.reveal().chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "apiKey: contains characters that no key has: write the key alone, without Bearer and"
              + " blanks");
    }
  }

  private static String tidy(String url) {
    String tidy = url.replaceAll("/+$", "").replaceAll("/(chat/completions|responses)$", "");
    URI uri;
    try {
      uri = URI.create(tidy);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "baseUrl: expected an address such as http://localhost:11434/v1", e);
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
