package io.switchboard.forget;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Posts;
import io.switchboard.chat.post.Reach;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets members, and what nobody has used for long. */
public final class Forgetting {
  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  /** How long an answer that is being written has to come to its end. */
  private static final Duration UNTIL_STOPPED = Duration.ofSeconds(15);

  /** A message that could not be reached for so long will never be. */
  private static final Duration GIVE_UP = Duration.ofDays(7);

  private final Database database;
  private final InstantSource time;
  private final ForgetSettings settings;
  private final Rooms rooms;
  private final Chats chats;

  /** What is asked before the rows go. */
  public record Rooms(
      Members members, Conversations conversations, RequestQueue queue, StillCounts still) {}

  /**
   * By what messages are taken away.
   *
   * @param instead what stands where one cannot be deleted any more
   */
  public record Chats(Outbox outbox, Messengers messengers, Reply instead) {}

  public Forgetting(
      Database database, InstantSource time, ForgetSettings settings, Rooms rooms, Chats chats) {
    this.database = database;
    this.time = time;
    this.settings = settings;
    this.rooms = rooms;
    this.chats = chats;
    rooms.conversations().beforeDeletion(Forgetting::emptyRequests);
  }

  /** What was asked in a deleted conversation is not kept with its requests either. */
  private static Runnable emptyRequests(Handle h, ConversationId conversation) {
    h.createUpdate(
            "update request set payload = '' where lane = :lane and state in ('DONE', 'FAILED',"
                + " 'CANCELLED')")
        .bind("lane", "conversation:" + conversation)
        .execute();
    return () -> {};
  }

  /**
   * Forgets a member. What they ask now is stopped first, for some seconds at most; then their rows
   * go, at once; then our messages about them, which takes as long as the platforms want.
   */
  public void forget(MemberId member) {
    stopAll(member);
    List<String> accounts =
        rooms.members().identities(member).stream().map(PersonId::value).toList();
    database.useTransaction(
        h -> {
          MessageList.waitForWriters(h, member.value());
          MessageList.note(h, member.value(), time.instant());
          rooms.still().keep(h, member.value(), accounts);
          EveryRow.forget(h, member.value(), accounts);
        });
    log.info("member {} is forgotten", member);
  }

  /**
   * Keeps that a member wants to be forgotten: whatever happens until then, they will be. To be
   * followed by {@link #forget}; a sweep does it else.
   */
  public void want(MemberId member) {
    Instant now = time.instant();
    database.useTransaction(
        h -> {
          h.createUpdate("delete from forget_wish where member_id = :member")
              .bind("member", member.value())
              .execute();
          h.createUpdate("insert into forget_wish (member_id, wished_at) values (:member, :now)")
              .bind("member", member.value())
              .bind("now", now)
              .execute();
        });
  }

  private List<MemberId> wished() {
    return database.read(
        h ->
            h.createQuery("select member_id from forget_wish order by wished_at")
                .mapTo(Long.class)
                .map(MemberId::new)
                .list());
  }

  private void stopAll(MemberId member) {
    open(member).forEach(request -> rooms.queue().stop(new RequestId(request), member));
    long end = System.nanoTime() + UNTIL_STOPPED.toNanos();
    while (!open(member).isEmpty() && System.nanoTime() < end) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private List<Long> open(MemberId member) {
    return database.read(
        h ->
            h.createQuery(
                    "select id from request where member = :member and state not in ('DONE',"
                        + " 'FAILED', 'CANCELLED')")
                .bind("member", member.value())
                .mapTo(Long.class)
                .list());
  }

  /** Takes away the messages that are noted; those that cannot be reached are tried again. */
  public void takeMessagesAway() {
    for (MessageList.Shown shown : database.read(MessageList::left)) {
      try {
        Delivery delivery = delete(shown);
        if (delivery instanceof Delivery.Delivered || delivery instanceof Delivery.Gone) {
          database.useTransaction(h -> MessageList.done(h, shown.message()));
        }
      } catch (RuntimeException | Error e) {
        log.warn("A message of somebody who is forgotten is still there", e);
      }
    }
    database.useTransaction(h -> MessageList.giveUp(h, time.instant().minus(GIVE_UP)));
  }

  private Delivery delete(MessageList.Shown shown) {
    Messenger platform = chats.messengers().of(shown.message().platform()).orElse(null);
    if (platform == null) {
      return new Delivery.Gone("its platform is switched off");
    }
    if (shown.place().isEmpty()) {
      return platform instanceof Posts posts
          ? withdraw(posts, shown.message())
          : platform.delete(shown.message());
    }
    Delivery deleted = chats.outbox().delete(shown.placeId(), shown.message());
    // What a platform does not let be deleted any more says nothing from now on.
    return deleted instanceof Delivery.Gone
        ? chats.outbox().edit(Priority.REPLY, shown.placeId(), shown.message(), chats::instead)
        : deleted;
  }

  /** Of a post more is to be taken away than a message: its title, its thread. */
  private Delivery withdraw(Posts posts, MessageId message) {
    return switch (posts.withdraw(message, chats.instead())) {
      case Reach.Done done -> new Delivery.Delivered(message);
      case Reach.Missing missing -> new Delivery.Delivered(message);
      case Reach.Later(Duration pause) -> new Delivery.Throttled(pause);
      case Reach.Barred(String why) -> new Delivery.Failed(why);
      case Reach.Unknown(String why) -> new Delivery.Failed(why);
    };
  }

  /** Does what the retention periods ask for, and what a crash left undone. At start and hourly. */
  public void sweep() {
    wished().forEach(this::forget);
    if (settings.conversationsAfter().isPositive()) {
      oldConversations(time.instant().minus(settings.conversationsAfter()))
          .forEach((id, owner) -> rooms.conversations().delete(id, owner));
    }
    if (settings.membersAfter().isPositive()) {
      unseen(time.instant().minus(settings.membersAfter())).forEach(this::forget);
    }
    rooms.still().sweep();
    takeMessagesAway();
  }

  /** One in which somebody has just asked is used, though its question still waits. */
  private Map<ConversationId, MemberId> oldConversations(Instant before) {
    return database.read(
        h ->
            h
                .createQuery(
                    "select c.id, c.member_id from conversation c where c.used_at < :before and not"
                        + " exists (select 1 from request r where r.lane = 'conversation:' ||"
                        + " cast(c.id as varchar(20)) and r.state not in ('DONE', 'FAILED',"
                        + " 'CANCELLED'))")
                .bind("before", before)
                .map(
                    (rs, c) ->
                        Map.entry(
                            new ConversationId(rs.getLong("id")),
                            new MemberId(rs.getLong("member_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private List<MemberId> unseen(Instant before) {
    return database.read(
        h ->
            h
                .createQuery(
                    "select member from identity group by member having max(seen_at) < :before")
                .bind("before", before)
                .mapTo(Long.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(MemberId::new)
                .toList());
  }
}
