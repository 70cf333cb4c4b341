package io.switchboard.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.switchboard.check.WhyUnreachable;
import io.switchboard.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendAudio;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaBotMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendVoice;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * Calls methods of the Bot API. Never tries twice: a call that was not answered may have been done,
 * and OkHttp's own second try could send a message twice.
 */
public final class BotApi implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_WITH_FILE = Duration.ofMinutes(2);
  private static final int AT_ONCE = 64;

  private final OkHttpClient http;
  private final OkHttpTelegramClient client;
  private final OkHttpTelegramClient slow;

  public BotApi(Secret token, URI apiUrl) {
    Dispatcher many = new Dispatcher();
    many.setMaxRequests(AT_ONCE);
    many.setMaxRequestsPerHost(AT_ONCE); // all go to one host, and OkHttp would let five pass
    http =
        client(apiUrl)
            .dispatcher(many)
            .retryOnConnectionFailure(false)
            .callTimeout(LONGEST)
            .readTimeout(LONGEST)
            .build();
    client = new OkHttpTelegramClient(http, token.reveal(), url(apiUrl));
    slow =
        new OkHttpTelegramClient(
            http.newBuilder().callTimeout(LONGEST_WITH_FILE).build(), token.reveal(), url(apiUrl));
  }

  /** A client for this server, also when it stands under a path, which TelegramBots leaves out. */
  public static OkHttpClient.Builder client(URI apiUrl) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder().connectTimeout(Duration.ofSeconds(10));
    String path = apiUrl.getPath();
    if (path != null && path.length() > 1) {
      String root = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      builder.addInterceptor(
          chain -> {
            var url = chain.request().url();
            var under = url.newBuilder().encodedPath(root + url.encodedPath()).build();
            return chain.proceed(chain.request().newBuilder().url(under).build());
          });
    }
    return builder;
  }

  /** The server without its path. */
  public static TelegramUrl url(URI apiUrl) {
    boolean secure = "https".equals(apiUrl.getScheme());
    int port = apiUrl.getPort() > 0 ? apiUrl.getPort() : secure ? 443 : 80;
    return new TelegramUrl(apiUrl.getScheme(), apiUrl.getHost(), port, false);
  }

  /** Calls and waits for the answer, at most half a minute. */
  public Answer ask(BotApiMethod<?> call) {
    CompletableFuture<Answer> answer = begin(call);
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Silent("interrupted");
    } catch (ExecutionException e) {
      return silent(e);
    }
  }

  /** Calls without waiting; the future never fails. */
  public CompletableFuture<Answer> begin(BotApiMethod<?> call) {
    try {
      return client
          .executeAsync(new AnyAnswer(call))
          .handle((json, failure) -> failure == null ? read(json) : silent(failure));
    } catch (TelegramApiValidationException e) {
      return CompletableFuture.completedFuture(refused(400, String.valueOf(e.getMessage())));
    } catch (TelegramApiException e) {
      return CompletableFuture.completedFuture(silent(e));
    }
  }

  /** Sends a file and waits for the answer, at most two minutes. */
  public Answer upload(SendMediaBotMethod<Message> call) {
    try {
      Message sent =
          switch (call) {
            case SendPhoto photo -> slow.executeAsync(photo).get();
            case SendVoice voice -> slow.executeAsync(voice).get();
            case SendAudio audio -> slow.executeAsync(audio).get();
            case SendDocument document -> slow.executeAsync(document).get();
            default -> throw new IllegalArgumentException(call.getMethod());
          };
      return new Answer.Done(
          JsonNodeFactory.instance.objectNode().put("message_id", sent.getMessageId()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Silent("interrupted");
    } catch (ExecutionException e) {
      return refusedOrSilent(e.getCause());
    } catch (CompletionException e) {
      return refusedOrSilent(e.getCause());
    }
  }

  private static Answer refusedOrSilent(@Nullable Throwable failure) {
    if (!(failure instanceof TelegramApiRequestException refusal)
        || refusal.getErrorCode() == null) {
      return silent(failure == null ? new IllegalStateException("no answer") : failure);
    }
    ResponseParameters parameters = refusal.getParameters();
    return new Answer.Refused(
        refusal.getErrorCode(),
        String.valueOf(refusal.getApiResponse()),
        Optional.ofNullable(parameters)
            .map(ResponseParameters::getRetryAfter)
            .map(Duration::ofSeconds),
        Optional.ofNullable(parameters).map(ResponseParameters::getMigrateToChatId));
  }

  /** Calls, whatever comes of it. */
  public void andForget(BotApiMethod<?> call) {
    CompletableFuture<Answer> ignored = begin(call);
  }

  private static Answer read(JsonNode json) {
    if (json.path("ok").asBoolean()) {
      return new Answer.Done(json.path("result"));
    }
    JsonNode parameters = json.path("parameters");
    JsonNode retryAfter = parameters.path("retry_after");
    JsonNode movedTo = parameters.path("migrate_to_chat_id");
    return new Answer.Refused(
        json.path("error_code").asInt(400),
        json.path("description").asText("refused"),
        retryAfter.isNumber()
            ? Optional.of(Duration.ofSeconds(retryAfter.asLong()))
            : Optional.empty(),
        movedTo.isNumber() ? Optional.of(movedTo.asLong()) : Optional.empty());
  }

  private static Answer refused(int code, String why) {
    return new Answer.Refused(code, why, Optional.empty(), Optional.empty());
  }

  /** Without the address in it: that holds the token. */
  private static Answer silent(Throwable failure) {
    return new Answer.Silent(
        WhyUnreachable.of(failure), !WhyUnreachable.beforeAnythingWasSaid(failure));
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
