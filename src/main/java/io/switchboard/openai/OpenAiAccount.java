package io.switchboard.openai;

import io.switchboard.account.Account;
import io.switchboard.account.AccountTerms;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Prompt;
import io.switchboard.account.media.Draws;
import io.switchboard.account.media.Hears;
import io.switchboard.account.media.Speaks;
import io.switchboard.openai.answer.AskRequest;
import io.switchboard.openai.answer.ChatRequest;
import io.switchboard.openai.answer.Dialect;
import io.switchboard.openai.answer.EventStream;
import io.switchboard.openai.answer.ResponsesRequest;
import io.switchboard.openai.answer.Server;
import io.switchboard.openai.media.Drawing;
import io.switchboard.openai.media.OneCall;
import io.switchboard.openai.media.Speaking;
import io.switchboard.openai.media.Transcribing;
import io.switchboard.openai.wire.ErrorAnswer;
import io.switchboard.openai.wire.HttpCall;
import io.switchboard.openai.wire.RetryAfter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account on any server that speaks OpenAI's chat completions or Responses
 * (platform.openai.com/docs/api-reference).
 */
public final class OpenAiAccount implements Account {
  private static final String CHAT = "/chat/completions";
  private static final String RESPONSES = "/responses";

  private final OpenAiSettings settings;
  private final OpenAiClient client;
  private final ErrorAnswer errors;
  private final Dialect dialect;
  private final URI completions;
  private final @Nullable Transcribing hearing;
  private final @Nullable Drawing drawing;
  private final @Nullable Speaking speaking;

  /**
   * @param time reads the dates that a server may put into Retry-After
   */
  public OpenAiAccount(OpenAiSettings settings, OpenAiClient client, InstantSource time) {
    this.settings = settings;
    this.client = client;
    this.errors = new ErrorAnswer(new RetryAfter(time), settings.apiKey());
    this.completions = address(settings.api() == OpenAiSettings.Api.CHAT ? CHAT : RESPONSES);
    this.dialect = Dialect.of(completions.getHost(), settings.model());
    URI transcriptions = address("/audio/transcriptions");
    URI pictures = address("/images/generations");
    this.drawing =
        settings.imageModel().isEmpty()
            ? null
            : new Drawing(
                settings.imageModel(),
                () -> new OneCall(client.http(), errors),
                () -> request(pictures));
    URI speech = address("/audio/speech");
    this.speaking =
        settings.speech().model().isEmpty()
            ? null
            : new Speaking(
                settings.speech().model(),
                settings.speech().voice(),
                () -> new OneCall(client.http(), errors),
                () -> request(speech));
    this.hearing =
        settings.transcriptionModel().isEmpty()
            ? null
            : new Transcribing(
                settings.transcriptionModel(),
                () -> new OneCall(client.http(), errors),
                () -> request(transcriptions));
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
    AskRequest request =
        switch (settings.api()) {
          case CHAT -> new ChatRequest(prompt, settings.model());
          case RESPONSES -> new ResponsesRequest(prompt, settings.model());
        };
    EventStream stream = new EventStream(new Asked(), request);
    stream.start();
    return stream;
  }

  @Override
  public Optional<Hears> hears() {
    return Optional.ofNullable(hearing);
  }

  @Override
  public Optional<Draws> draws() {
    return Optional.ofNullable(drawing);
  }

  @Override
  public Optional<Speaks> speaks() {
    return Optional.ofNullable(speaking);
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address).header("User-Agent", "switchboard");
    if (!settings.apiKey().isEmpty()) {
      builder.header("Authorization", "Bearer " + settings.apiKey().reveal());
    }
    return builder;
  }

  private URI address(String path) {
    return URI.create(settings.baseUrl() + path);
  }

  /** This account's server, for answers. */
  private final class Asked implements Server {
    @Override
    public HttpCall call(AskRequest request, Dialect.Words words) {
      HttpRequest.Builder builder =
          request(completions)
              .header("Content-Type", "application/json")
              .header("Accept", "text/event-stream");
      builder.POST(
          HttpRequest.BodyPublishers.ofString(request.json(words), StandardCharsets.UTF_8));
      return HttpCall.start(client.http(), builder.build());
    }

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public ErrorAnswer errors() {
      return errors;
    }

    @Override
    public Duration first() {
      return settings.patience().first();
    }

    @Override
    public Duration between() {
      return settings.patience().between();
    }
  }
}
