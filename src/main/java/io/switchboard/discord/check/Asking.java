package io.switchboard.discord.check;

import io.switchboard.check.ClockSkew;
import io.switchboard.check.Findings;
import io.switchboard.check.WhyUnreachable;
import io.switchboard.discord.DiscordSettings;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Single questions to Discord's REST API. */
final class Asking {
  /** How a question ended. */
  sealed interface Told {
    /** With one document. */
    record One(DataObject body) implements Told {}

    /** With a list. */
    record Many(DataArray body) implements Told {}

    /** Discord refused, with this status. */
    record Refused(int status) implements Told {}

    /** Nothing, or nothing of Discord's. */
    record Nothing(String why) implements Told {}
  }

  private final DiscordSettings settings;
  private final OkHttpClient http;
  private final InstantSource time;
  private boolean compared;

  Asking(DiscordSettings settings, OkHttpClient http, InstantSource time) {
    this.settings = settings;
    this.http = http;
    this.time = time;
  }

  /** Asks; the first answer also tells whether the clocks agree. */
  Told get(String path, Findings findings) {
    Request request =
        new Request.Builder()
            .url(settings.apiUrl().replaceFirst("/+$", "") + path)
            .header("Authorization", "Bot " + settings.token().reveal())
            .header("User-Agent", "DiscordBot (https://github.com/switchboard, check)")
            .build();
    Instant before = time.instant();
    try (Response response = http.newCall(request).execute()) {
      String body = response.body().string();
      if (!compared) {
        compared = true;
        String date = response.header("Date", "");
        ClockSkew.judge(findings, "Discord's", date == null ? "" : date, before, time.instant());
      }
      if (!response.isSuccessful()) {
        return new Told.Refused(response.code());
      }
      return body.startsWith("[")
          ? new Told.Many(DataArray.fromJson(body))
          : new Told.One(DataObject.fromJson(body));
    } catch (ParsingException strange) {
      return new Told.Nothing("what answers there is not Discord");
    } catch (IOException e) {
      return new Told.Nothing(WhyUnreachable.of(e));
    }
  }
}
