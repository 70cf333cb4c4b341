package io.switchboard.community;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.NobodySpeaks;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Posts;
import io.switchboard.chat.post.Reach;
import io.switchboard.markup.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A platform whose channels answer as they are told, and else take what is posted. */
class Wharf extends NobodySpeaks implements Posts {
  /** What each channel shows, the oldest first, without addresses. */
  final Map<String, List<String>> shown = new ConcurrentHashMap<>();

  /** How channels answer instead of taking a post. */
  final Map<String, Supplier<Delivery>> answers = new ConcurrentHashMap<>();

  /** What happens meanwhile, once. */
  final AtomicReference<Runnable> whileWithdrawing = new AtomicReference<>(() -> {});

  @Override
  public String platform() {
    return "wharf";
  }

  @Override
  public Optional<PlaceId> budget(String channel) {
    return channel.startsWith("wharf:") ? Optional.of(new PlaceId(channel)) : Optional.empty();
  }

  @Override
  public boolean fits(String channel, Post post) {
    return true;
  }

  @Override
  public Delivery post(String channel, Post post, String nonce) {
    Supplier<Delivery> answer = answers.get(channel);
    return answer == null ? take(channel, post) : answer.get();
  }

  Delivery take(String channel, Post post) {
    List<String> there = shown.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>());
    String body = PlainText.of(post.body().body()).replaceAll(" \\(http[^)]*\\)", "");
    there.add(post.title() + "\n" + body);
    return new Delivery.Delivered(new MessageId(channel + "/" + there.size()));
  }

  /** How often a channel shows a text. */
  long count(String channel, String text) {
    return shown.getOrDefault(channel, List.of()).stream().filter(t -> t.contains(text)).count();
  }

  @Override
  public Reach change(MessageId message, Post post) {
    return new Reach.Done();
  }

  @Override
  public Reach withdraw(MessageId message, Reply instead) {
    whileWithdrawing.getAndSet(() -> {}).run();
    return new Reach.Done();
  }

  @Override
  public Optional<String> channel(String words) {
    return Optional.of(words);
  }

  @Override
  public List<Rate> rates(PlaceId place) {
    return List.of(new Rate(place.value(), 100, Duration.ofSeconds(1)));
  }
}
