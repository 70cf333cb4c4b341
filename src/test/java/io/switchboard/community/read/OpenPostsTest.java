package io.switchboard.community.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.kept.LikeTable;
import io.switchboard.community.post.MayBeShown;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.Prepared;
import io.switchboard.share.Published;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.Visibility;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpenPostsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
    private final AtomicBoolean on = new AtomicBoolean(true);
    private Database database;
    private Conversations conversations;
    private Sharing sharing;
    private MemberId alice;
    private OpenPosts posts;

    @BeforeEach
    void open() {
      database = fresh();
      conversations = new Conversations(database, time);
      sharing =
          new Sharing(
              database, time, ShareSettings.DEFAULTS, LinkKey.random(), time, conversations);
      alice =
          new Members(database, time)
              .recognize(
                  new Person(new PersonId("discord:1"), "Alice", "alice", Locale.ENGLISH, Set.of()))
              .id();
      database.useTransaction(
          h ->
              h.execute(
                  "insert into identity (person, member, platform, name, language, seen_at) select"
                      + " 'telegram:9', member, 'telegram', name, language, seen_at from"
                      + " identity"));
      posts = new OpenPosts(database, time, on::get, new MayBeShown(database, () -> false));
    }

    @AfterEach
    void close() {
      sharing.close();
      database.close();
    }

    /** A post with a copy of that number; when it was posted, time goes on. */
    private ShareId post(String question, long copy) {
      ConversationId talk = conversations.startNew(alice, new PlaceId("discord:5"));
      Turn turn = conversations.begin(copy, new Question(talk, null, null, question, List.of()));
      conversations.answered(turn.id(), "Because.", true);
      Prepared.Ready draft =
          (Prepared.Ready) sharing.making().prepare(alice, new Selection.Whole(talk));
      ShareId share = ((Published.Live) sharing.publish(draft.id(), alice)).id();
      database.useTransaction(
          h -> {
            ItemTable.insert(h, share, alice, State.OPEN, time.instant());
            ItemTable.tag(h, share, List.of("science", "how to"));
            ItemTable.posted(h, share, time.instant());
            h.execute(
                "insert into community_post (id, share_id, owner_id, channel, state, tries,"
                    + " busy_until, message) values (?, ?, ?, 'discord-channel:5', 'SHOWN', 1,"
                    + " current_timestamp, ?)",
                copy,
                share.value(),
                alice.value(),
                "discord:5/" + copy);
          });
      time.step(Duration.ofMinutes(1));
      return share;
    }

    @Test
    void whatIsOpenIsTold() {
      ShareId sky = post("Why is the sky blue?", 1);
      ShareId sea = post("And the sea?", 2);
      assertThat(posts.all()).extracting(OpenPost::share).containsExactly(sea, sky);
      OpenPost told = posts.find(sky).orElseThrow();
      assertThat(told.title()).contains("sky");
      assertThat(told.tags()).containsExactly("science", "how to");
      assertThat(told.postedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
      assertThat(told.endsAt()).isEqualTo(Instant.parse("2026-03-08T12:00:00Z"));
      assertThat(told.likes()).isZero();
    }

    @Test
    void whatIsClosedIsNot() {
      ShareId hidden = post("Hidden?", 1);
      sharing.own().show(hidden, alice, Visibility.MEMBERS);
      ShareId locked = post("Locked?", 2);
      sharing.own().lock(locked, alice, Optional.of("secret"));
      ShareId counted = post("Counted?", 3);
      sharing.own().opens(counted, alice, 3);
      ShareId revoked = post("Revoked?", 4);
      sharing.revoke(revoked, alice);
      ShareId withdrawn = post("Withdrawn?", 5);
      database.useTransaction(
          h ->
              assertThat(
                      ItemTable.move(
                          h, withdrawn, List.of(State.OPEN), State.WITHDRAWN, time.instant()))
                  .isTrue());
      ShareId open = post("Open?", 6);
      assertThat(posts.all()).extracting(OpenPost::share).containsExactly(open);
      assertThat(posts.find(hidden)).isEmpty();
      on.set(false);
      assertThat(posts.all()).isEmpty();
      assertThat(posts.find(open)).isEmpty();
      on.set(true);
      time.step(Duration.ofDays(8));
      assertThat(posts.all()).isEmpty();
    }

    @Test
    void peopleAreCountedOnceWhateverTheyGiveAndWhereverTheyAre() {
      ShareId share = post("Liked?", 1);
      database.useTransaction(
          h -> {
            long copy = LikeTable.copy(h, new MessageId("discord:5/1")).orElseThrow();
            LikeTable.add(h, copy, "discord:1", "👍");
            LikeTable.add(h, copy, "discord:1", "👍");
            LikeTable.add(h, copy, "discord:1", "🎉");
            LikeTable.add(h, copy, "telegram:9", "❤");
            LikeTable.add(h, copy, "discord:2", "👍");
            LikeTable.add(h, copy, "discord:3", "👎");
            LikeTable.tally(h, copy, Map.of("🔥", 4, "👎", 7));
          });
      assertThat(posts.find(share).orElseThrow().likes()).isEqualTo(6);
      database.useTransaction(
          h -> {
            long copy = LikeTable.copy(h, new MessageId("discord:5/1")).orElseThrow();
            LikeTable.set(h, copy, "telegram:9", List.of());
            LikeTable.remove(h, copy, "discord:1", "👍");
            LikeTable.remove(h, copy, "discord:1", "🎉");
            LikeTable.clear(h, copy, Optional.of("👎"));
            LikeTable.tally(h, copy, Map.of());
          });
      assertThat(posts.find(share).orElseThrow().likes()).isEqualTo(1);
      Optional<Long> other = database.read(h -> LikeTable.copy(h, new MessageId("discord:5/2")));
      assertThat(other).isEmpty();
    }
  }
}
