package io.switchboard.discord.check;

import io.switchboard.discord.DiscordSettings;
import io.switchboard.discord.hearing.Intents;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** Goes to the gateway as the bot would, says who it is, and leaves when it was let in. */
final class Knock extends WebSocketListener {
  static final int LET_IN = 0;
  static final int NOBODY_THERE = -1;
  static final int SILENCE = -2;

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int GOOD_BYE = 1000;

  private final DiscordSettings settings;
  private final int shards;
  private final CompletableFuture<Integer> end = new CompletableFuture<>();

  /**
   * To be used once.
   *
   * @param shards how many connections the bot has
   */
  Knock(DiscordSettings settings, int shards) {
    this.settings = settings;
    this.shards = shards;
  }

  /** One of the constants above, or the code with which Discord closed. */
  int knock(OkHttpClient http) throws InterruptedException {
    String url = settings.gatewayUrl().replaceFirst("/+$", "") + "/?v=10&encoding=json";
    WebSocket socket = http.newWebSocket(new Request.Builder().url(url).build(), this);
    try {
      return end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return SILENCE;
    } catch (ExecutionException never) {
      return NOBODY_THERE;
    } finally {
      if (!socket.close(GOOD_BYE, null)) {
        socket.cancel();
      }
    }
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    try {
      DataObject told = DataObject.fromJson(text);
      switch (told.getInt("op", -1)) {
        case 10 -> socket.send(identify().toString());
        case 0 -> {
          if (told.getString("t", "").equals("READY")) {
            end.complete(LET_IN);
          }
        }
        case 9 -> end.complete(SILENCE);
        default -> {}
      }
    } catch (ParsingException strange) {
      end.complete(NOBODY_THERE);
    }
  }

  private DataObject identify() {
    DataObject properties =
        DataObject.empty().put("os", "any").put("browser", "switchboard").put("device", "check");
    return DataObject.empty()
        .put("op", 2)
        .put(
            "d",
            DataObject.empty()
                .put("token", settings.token().reveal())
                .put("intents", GatewayIntent.getRaw(Intents.wanted()))
                .put("shard", net.dv8tion.jda.api.utils.data.DataArray.empty().add(0).add(shards))
                .put("properties", properties));
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    end.complete(code);
    socket.close(GOOD_BYE, null);
  }

  @Override
  public void onFailure(WebSocket socket, Throwable t, @Nullable Response response) {
    end.complete(NOBODY_THERE);
  }
}
