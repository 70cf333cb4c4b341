package io.switchboard.telegram.receive;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;

/**
 * Who runs which group. Remembered for some minutes; a known answer is used while a newer one is
 * fetched, and an unknown one is waited for only shortly, since updates wait behind it.
 */
public final class Administrators {
  private static final Duration FRESH = Duration.ofMinutes(3);
  private static final Duration RETRY = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private record Known(Instant until, Set<Long> ids, CompletableFuture<Set<Long>> coming) {}

  private final BotApi api;
  private final InstantSource clock;
  private final Map<Long, Known> chats = new ConcurrentHashMap<>();

  public Administrators(BotApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Whether the person runs the group, as far as can be told now. */
  boolean includes(long chat, long person) {
    Known known = known(chat);
    if (!known.ids.isEmpty()) {
      return known.ids.contains(person);
    }
    try {
      return known.coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).contains(person);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Only the thread of the updates comes here. */
  private Known known(long chat) {
    Instant now = clock.instant();
    Known before = chats.get(chat);
    if (before != null && now.isBefore(before.until)) {
      return before;
    }
    Set<Long> last = before == null ? Set.of() : before.ids;
    CompletableFuture<Set<Long>> coming =
        api.begin(GetChatAdministrators.builder().chatId(String.valueOf(chat)).build())
            .thenApply(answer -> ids(answer, last));
    Known asked = new Known(now.plus(RETRY), last, coming);
    chats.put(chat, asked);
    CompletableFuture<Void> ignored =
        coming.thenAccept(
            ids -> {
              if (!ids.isEmpty()) {
                chats.put(chat, new Known(clock.instant().plus(FRESH), ids, coming));
              }
            });
    return asked;
  }

  private static Set<Long> ids(Answer answer, Set<Long> last) {
    if (!(answer instanceof Answer.Done(JsonNode result))) {
      return last;
    }
    Set<Long> ids = new HashSet<>();
    result.forEach(member -> ids.add(member.path("user").path("id").asLong()));
    return ids;
  }
}
