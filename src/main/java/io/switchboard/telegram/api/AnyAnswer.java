package io.switchboard.telegram.api;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** A call of which the whole answer comes back as it is. */
final class AnyAnswer extends BotApiMethod<ObjectNode> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BotApiMethod<?> call;

  AnyAnswer(BotApiMethod<?> call) {
    this.call = call;
  }

  @JsonValue
  BotApiMethod<?> call() {
    return call;
  }

  @Override
  public String getMethod() {
    return call.getMethod();
  }

  @Override
  public ObjectNode deserializeResponse(String answer) throws TelegramApiRequestException {
    try {
      JsonNode read = JSON.readTree(answer);
      if (read instanceof ObjectNode answered && answered.has("ok")) {
        return answered;
      }
      throw new TelegramApiRequestException("the answer is not Telegram's");
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("the answer is not Telegram's", e);
    }
  }

  @Override
  public void validate() throws TelegramApiValidationException {
    call.validate();
  }
}
