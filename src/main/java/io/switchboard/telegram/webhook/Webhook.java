package io.switchboard.telegram.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.chat.event.Inbox;
import io.switchboard.config.Secret;
import io.switchboard.db.Database;
import io.switchboard.http.Refused;
import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.receive.Storing;
import io.switchboard.telegram.receive.UpdateReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where Telegram brings updates. */
public final class Webhook {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/telegram/webhook";
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final int LARGEST = 1024 * 1024;

  private final UpdateTable table;
  private final String publicUrl;
  private final String secret;
  private final Semaphore news = new Semaphore(0);

  /**
   * Not told to Telegram yet.
   *
   * @param publicUrl where the pages are for the world
   */
  public Webhook(Database database, String publicUrl, Secret token) {
    this.table = new UpdateTable(database);
    this.publicUrl = publicUrl;
    this.secret = secret(token);
  }

  private static String secret(Secret token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec((token.reveal() + " ").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal("switchboard webhook".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  /** Takes updates there, whether or not this process listens. */
  public void on(Routes routes) {
    routes.post(PATH, this::bring);
  }

  private Response bring(Request request) {
    byte[] said = request.header(HEADER).orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(said, secret.getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(401, "This is for Telegram only.");
    }
    String body = request.body(LARGEST);
    long id;
    try {
      JsonNode update = JSON.readTree(body);
      if (update == null || !update.path("update_id").canConvertToInt()) {
        throw new Refused(400, "This is no update.");
      }
      id = update.path("update_id").asLong();
    } catch (JsonProcessingException e) {
      throw new Refused(400, "This is no update.");
    }
    table.keep(id, body);
    news.release();
    return Response.text("text/plain; charset=utf-8", "");
  }

  /** Tells Telegram to bring updates here. */
  public Answer announce(BotApi api) {
    return api.ask(new BringUpdates(publicUrl + PATH, secret, UpdateReader.KINDS));
  }

  /**
   * Takes what was brought from the table, until it is closed.
   *
   * @param look so often, for what another process received
   */
  public Delivered listen(UpdateReader reader, Inbox inbox, Duration look) {
    return new Delivered(table, new Storing(reader, inbox), news, look);
  }
}
