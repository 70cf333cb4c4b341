package io.switchboard.community.tell;

import io.switchboard.chat.Destination;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.community.approve.ApprovalCard;
import io.switchboard.community.kept.WordTable;
import io.switchboard.db.Database;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.fill.Filled;
import io.switchboard.markup.fill.KeptLine;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.pacing.DoWhatWaits;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells members something in their language. Nothing here waits for a platform. */
public final class TellMembers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TellMembers.class);

  /** Longer than the outbox tries. */
  private static final Duration BUSY = Duration.ofMinutes(2);

  /** What could not be said for so long is no news any more. */
  private static final Duration STALE = Duration.ofDays(2);

  private final Database database;
  private final InstantSource time;
  private final Members members;
  private final Ways ways;
  private final Texts texts;
  private final DoWhatWaits saying =
      new DoWhatWaits(
          "community-words",
          this::sayWaiting,
          e -> log.warn("Members could not be told; it is tried again within an hour", e));

  public TellMembers(
      Database database, InstantSource time, Members members, Ways ways, Texts texts) {
    this.database = database;
    this.time = time;
    this.members = members;
    this.ways = ways;
    this.texts = texts;
  }

  /** How members are reached. */
  public record Ways(Messengers messengers, Outbox outbox) {}

  /** The language that a member reads. */
  public Locale language(MemberId member) {
    return members.find(member).map(Member::speaks).orElse(Locale.ENGLISH);
  }

  /** A reason of the staff's in the language that a member reads. */
  public String reason(MemberId member, String reason) {
    return ApprovalCard.reason(texts, language(member), reason);
  }

  /**
   * A channel, as people call it. May ask its platform.
   *
   * @param channel in the configuration's words
   */
  public Inline.Channel called(String channel) {
    return ways.messengers().called(channel);
  }

  /**
   * They are told once this transaction is done and {@link #say} is called.
   *
   * @param place where, if they cannot be reached in private; empty for nowhere
   */
  public void add(Handle h, MemberId member, String place, String key, Object... things) {
    Locale language = language(member);
    Document said =
        Filled.in(Texts.joint(language), arguments -> texts.say(language, key, arguments), things);
    WordTable.add(h, member, KeptLine.of(said), place, time.instant());
  }

  /** Says what waits. */
  public void say() {
    saying.soon();
  }

  private void sayWaiting() {
    for (WordTable.Word word : database.read(h -> WordTable.waiting(h, time.instant()))) {
      Instant now = time.instant(); // Those before it may have taken long.
      if (database.inTransaction(h -> WordTable.claim(h, word, now, now.plus(BUSY)))
          && (said(word) || word.since().plus(STALE).isBefore(now))) {
        database.useTransaction(h -> WordTable.said(h, word));
      }
    }
  }

  /** Whether it was said, or never can be. */
  private boolean said(WordTable.Word word) {
    Reply reply = Reply.of(KeptLine.read(word.text()));
    boolean later = false;
    for (PlaceId place : places(word)) {
      Destination to = Destination.in(place);
      switch (ways.outbox().send(Priority.REPLY, to, () -> reply, "word-" + word.id())) {
        case Delivery.Delivered there -> {
          return true;
        }
        case Delivery.Gone gone -> {}
        case Delivery.Failed failed -> later = true;
        case Delivery.Throttled throttled -> later = true;
      }
    }
    return !later;
  }

  private List<PlaceId> places(WordTable.Word word) {
    List<PlaceId> places = new ArrayList<>();
    for (PersonId account : members.identities(word.member())) {
      if (ways.messengers().of(account.platform()).orElse(null) instanceof PrivateChats chats) {
        chats.privateChat(account).ifPresent(places::add);
      }
    }
    if (!word.place().isEmpty() && !places.contains(new PlaceId(word.place()))) {
      places.add(new PlaceId(word.place()));
    }
    return places;
  }

  /** Says nothing any more. */
  @Override
  public void close() {
    saying.close();
  }
}
