package io.switchboard.openai.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.check.Check;
import io.switchboard.check.ClockSkew;
import io.switchboard.check.Findings;
import io.switchboard.openai.OpenAiAccount;
import io.switchboard.openai.OpenAiClient;
import io.switchboard.openai.OpenAiSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One account: a question of two words, which costs a few tokens, and the list of its models. */
public final class CheckAccount implements Check {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SLOW = Duration.ofSeconds(15);

  /** Enough for a word; some servers refuse fewer, and models that think first need some more. */
  private static final int TOKENS = 512;

  private final OpenAiSettings settings;
  private final InstantSource time;

  public CheckAccount(OpenAiSettings settings, InstantSource time) {
    this.settings = settings;
    this.time = time;
  }

  @Override
  public String about() {
    return "Account " + settings.name();
  }

  @Override
  public void look(Findings findings) {
    if (settings.apiKey().isEmpty()
        && settings.baseUrl().equals(OpenAiSettings.DEFAULTS.baseUrl())) {
      findings.note(
          "has no key, so it is left out; without any account the demo account answers: set apiKey"
              + " (OPENAI_API_KEY)");
      return;
    }
    boolean answers = question(findings);
    if (answers) {
      models(findings);
    }
  }

  private boolean question(Findings findings) {
    Prompt prompt =
        new Prompt(null, List.of(Prompt.Message.of(Prompt.Role.USER, "Say: ready")), TOKENS);
    long begin = System.nanoTime();
    try (OpenAiClient client = new OpenAiClient();
        AnswerStream stream = new OpenAiAccount(settings, client, time).open(prompt)) {
      while (true) {
        switch (stream.next()) {
          case Piece.Text _, Piece.Thought _ -> {}
          case Piece.Ended _ -> {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            findings.ok(
                "%s answered in %.1f s".formatted(settings.model(), took.toMillis() / 1000.0));
            if (took.compareTo(SLOW) > 0) {
              findings.note(
                  "that is slow: people will wait, and concurrency ("
                      + settings.concurrency()
                      + ") is how many are answered at once");
            }
            return true;
          }
          case Piece.Broken(Failure failure) -> {
            findings.wrong(advice(failure));
            return false;
          }
        }
      }
    }
  }

  private String advice(Failure failure) {
    String key = "apiKey of accounts: " + settings.name() + " (OPENAI_API_KEY)";
    return switch (failure.kind()) {
      case KEY_REFUSED ->
          "the key is refused: make a new one where the account is kept"
              + (settings.baseUrl().equals(OpenAiSettings.DEFAULTS.baseUrl())
                  ? " (https://platform.openai.com/api-keys)"
                  : "")
              + ", and put it into "
              + key;
      case OUT_OF_MONEY ->
          "there is no money left: add some where the account is kept"
              + (settings.baseUrl().equals(OpenAiSettings.DEFAULTS.baseUrl())
                  ? " (https://platform.openai.com/settings/organization/billing)"
                  : "");
      case NO_SUCH_MODEL ->
          "there is no model "
              + settings.model()
              + " for this key: set model to one that the account has ("
              + failure.detail()
              + ")";
      case BUSY -> "it wants fewer calls for now: check again in a minute";
      case UNAVAILABLE ->
          settings.baseUrl()
              + " does not answer ("
              + failure.detail()
              + "): can this machine reach it (DNS, firewall, proxy), and is baseUrl right?";
      case STALLED ->
          settings.baseUrl() + " took the question and said nothing: see to that server";
      case CUT_OFF ->
          settings.baseUrl()
              + " broke off in the middle ("
              + failure.detail()
              + "): a proxy in between may not let streams through";
      case TOO_LONG, NO_PICTURES, REFUSED, STOPPED ->
          "the question was refused (" + failure.detail() + "): see to model and api";
    };
  }

  /** Not every server has a list; without one nothing is said. */
  private void models(Findings findings) {
    Set<String> known = known(findings);
    if (known.isEmpty()) {
      return;
    }
    for (String model : settings.models()) {
      if (!known.contains(model)) {
        findings.wrong(
            "models names "
                + model
                + ", which the account does not have: take it out, or write it as the server does");
      }
    }
    if (!settings.imageModel().isEmpty() && !known.contains(settings.imageModel())) {
      findings.wrong(
          "imageModel "
              + settings.imageModel()
              + " is not there: /image will fail; write another, or \"\" for none");
    }
    if (!settings.transcriptionModel().isEmpty()
        && !known.contains(settings.transcriptionModel())) {
      findings.note(
          "transcriptionModel "
              + settings.transcriptionModel()
              + " is not in its list, so voice messages may not be understood; write another, or"
              + " \"\" for none");
    }
  }

  private Set<String> known(Findings findings) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/models"))
            .header("User-Agent", "switchboard")
            .timeout(PATIENCE);
    if (!settings.apiKey().isEmpty()) {
      request.header("Authorization", "Bearer " + settings.apiKey().reveal());
    }
    Set<String> models = new HashSet<>();
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      Instant before = time.instant();
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String date = answer.headers().firstValue("Date").orElse("");
      ClockSkew.judge(findings, "the account's server's", date, before, time.instant());
      if (answer.statusCode() == 200) {
        for (JsonNode model : JSON.readTree(answer.body()).path("data")) {
          models.add(model.path("id").asText());
        }
      }
    } catch (JsonProcessingException none) {
      return Set.of();
    } catch (IOException e) {
      findings.note("its list of models could not be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return models;
  }
}
