package io.switchboard.openai;

import io.switchboard.account.Account;
import io.switchboard.account.AccountTerms;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Prompt;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * An account on any server that speaks OpenAI's chat completions
 * (platform.openai.com/docs/api-reference/chat).
 */
public final class OpenAiAccount implements Account {
  private final OpenAiSettings settings;
  private final OpenAiClient client;
  private final ErrorAnswer errors;
  private final Dialect dialect;
  private final URI completions;

  /**
   * @param time reads the dates that a server may put into Retry-After
   */
  public OpenAiAccount(OpenAiSettings settings, OpenAiClient client, InstantSource time) {
    this.settings = settings;
    this.client = client;
    this.errors = new ErrorAnswer(new RetryAfter(time), settings.apiKey());
    this.completions = URI.create(settings.baseUrl() + "/chat/completions");
    this.dialect = Dialect.of(completions.getHost(), settings.model());
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public AccountTerms terms() {
    return new AccountTerms(
        new AccountTerms.Caps(
            settings.concurrency(), settings.requestsPerMinute(), settings.tokensPerMinute()),
        settings.weight(),
        settings.model(),
        AccountTerms.offering(settings.model(), settings.models()),
        settings.contextTokens());
  }

  @Override
  public AnswerStream open(Prompt prompt) {
    ChatRequest request = new ChatRequest(prompt, settings.model());
    ChatStream stream = new ChatStream(this, request);
    stream.start();
    return stream;
  }

  /** Sends the request in this server's dialect. */
  HttpCall call(ChatRequest request, Dialect.Words words) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(completions)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .header("User-Agent", "switchboard");
    if (!settings.apiKey().isEmpty()) {
      builder.header("Authorization", "Bearer " + settings.apiKey().reveal());
    }
    builder.POST(HttpRequest.BodyPublishers.ofString(request.json(words), StandardCharsets.UTF_8));
    return HttpCall.start(client.http(), builder.build());
  }

  Dialect dialect() {
    return dialect;
  }

  ErrorAnswer errors() {
    return errors;
  }

  Patience patience() {
    return settings.patience();
  }
}
