package io.switchboard.community.gallery;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.post.MayBeShown;
import io.switchboard.community.read.OpenPosts;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.Prepared;
import io.switchboard.share.Published;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A gallery with posts. */
public final class Wall implements AutoCloseable {
  public final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  public final Database database;
  public final Sharing sharing;
  public final MemberId ada;
  public final Gallery gallery;

  /** Whether the community is on. */
  public boolean on = true;

  private final Conversations conversations;
  private long number;

  public Wall(Database database) {
    this.database = database;
    conversations = new Conversations(database, time);
    sharing =
        new Sharing(database, time, ShareSettings.DEFAULTS, LinkKey.random(), time, conversations);
    ada =
        new Members(database, time)
            .recognize(
                new Person(new PersonId("sandbox:ada"), "Ada", "ada", Locale.ENGLISH, Set.of()))
            .id();
    OpenPosts posts =
        new OpenPosts(database, time, () -> on, new MayBeShown(database, () -> false));
    gallery = new Gallery(database, time, posts, sharing, () -> on);
  }

  /** A public share of one answer. */
  public Published.Live share(String question, String answer) {
    ConversationId conversation = conversations.startNew(ada, new PlaceId("sandbox:here"));
    var turn =
        conversations.begin(++number, new Question(conversation, null, null, question, List.of()));
    conversations.answered(turn.id(), answer, true);
    Prepared.Ready ready =
        (Prepared.Ready) sharing.making().prepare(ada, new Selection.Whole(conversation));
    return (Published.Live) sharing.publish(ready.id(), ada);
  }

  /** Posted a minute after the one before. */
  public Published.Live post(String question, String answer, String... tags) {
    Published.Live live = share(question, answer);
    time.step(Duration.ofMinutes(1));
    database.useTransaction(
        h -> {
          ItemTable.insert(h, live.id(), ada, State.OPEN, time.instant());
          ItemTable.tag(h, live.id(), List.of(tags));
          ItemTable.posted(h, live.id(), time.instant());
        });
    return live;
  }

  /** So many people like it. */
  public void like(ShareId share, int people) {
    database.useTransaction(
        h -> {
          long copy =
              h.createUpdate(
                      "insert into community_post (share_id, owner_id, channel, state, tries,"
                          + " busy_until) values (:share, :owner, 'x', 'SHOWN', 1, :now)")
                  .bind("share", share.value())
                  .bind("owner", ada.value())
                  .bind("now", time.instant())
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .one();
          for (int i = 0; i < people; i++) {
            h.createUpdate(
                    "insert into community_like (post_id, person, sign) values (:copy, :who, '👍')")
                .bind("copy", copy)
                .bind("who", "sandbox:fan" + i)
                .execute();
          }
        });
  }

  @Override
  public void close() {
    sharing.close();
    database.close();
  }
}
