package io.switchboard.telegram.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * {@code setWebhook} without a certificate. Nothing that waits is dropped; Telegram brings what
 * happens in one chat one after the other, so several connections keep its order.
 */
final class BringUpdates extends BotApiMethod<Boolean> {
  private final String url;
  private final String secret;
  private final List<String> kinds;

  BringUpdates(String url, String secret, List<String> kinds) {
    this.url = url;
    this.secret = secret;
    this.kinds = kinds;
  }

  @JsonProperty("url")
  String url() {
    return url;
  }

  @JsonProperty("secret_token")
  String secret() {
    return secret;
  }

  @JsonProperty("allowed_updates")
  List<String> kinds() {
    return kinds;
  }

  @Override
  public String getMethod() {
    return "setWebhook";
  }

  @Override
  public Boolean deserializeResponse(String answer) throws TelegramApiRequestException {
    return deserializeResponse(answer, Boolean.class);
  }
}
