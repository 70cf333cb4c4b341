package io.switchboard.discord;

import java.io.IOException;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What Discord says of connecting to its gateway ({@code GET /gateway/bot}).
 *
 * @param shards so many connections
 * @param atOnce so many of them may begin within five seconds
 * @param left so many more may begin today
 */
record GatewayTerms(int shards, int atOnce, int left) {
  private static final GatewayTerms UNKNOWN = new GatewayTerms(1, 1, Integer.MAX_VALUE);

  /** Asks; where nothing is said, one connection is tried, and Discord says if that is too few. */
  static GatewayTerms ask(DiscordSettings settings, OkHttpClient http) {
    Request request =
        new Request.Builder()
            .url(settings.apiUrl().replaceFirst("/+$", "") + "/gateway/bot")
            .header("Authorization", "Bot " + settings.token().reveal())
            .header("User-Agent", "DiscordBot (https://github.com/switchboard, 1)")
            .build();
    OkHttpClient hurried = http.newBuilder().callTimeout(Duration.ofSeconds(10)).build();
    GatewayTerms told = UNKNOWN;
    try (Response response = hurried.newCall(request).execute()) {
      if (response.isSuccessful()) {
        told = read(DataObject.fromJson(response.body().string()));
      }
    } catch (IOException | ParsingException e) {
      told = UNKNOWN;
    }
    int shards = settings.shards().isAuto() ? told.shards : settings.shards().count();
    return new GatewayTerms(shards, told.atOnce, told.left);
  }

  private static GatewayTerms read(DataObject said) {
    DataObject limit = said.optObject("session_start_limit").orElseGet(DataObject::empty);
    return new GatewayTerms(
        Math.max(1, said.getInt("shards", 1)),
        Math.max(1, limit.getInt("max_concurrency", 1)),
        limit.getInt("remaining", Integer.MAX_VALUE));
  }
}
