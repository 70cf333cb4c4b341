package io.switchboard.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.SharedCopy.SharedTurn;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From what is selected to what a link shows. */
class MakingTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends SharingTest {
    @Test
    void nothingGoesOutBeforeTheConfirmation() {
      Prepared.Ready draft = draft();
      SharedCopy preview = page(draft.previewPath());
      assertThat(preview.draft()).isTrue();
      assertThat(preview.turns())
          .containsExactly(new SharedTurn("What is a share?", "A **frozen** copy."));
      assertThat(sharing.looking().all(alice)).isEmpty();
      assertThat(sharing.opening().named(draft.previewPath())).isEmpty();
      Published.Live live = publish(draft, new Expiry.Default());
      assertGone(draft.previewPath());
      SharedCopy copy = page(live.path());
      assertThat(copy.draft()).isFalse();
      assertThat(copy.title()).isEqualTo("What is a share?");
      assertThat(copy.endsAt()).isEqualTo(live.endsAt());
      assertThat(copy.owner()).isNull();
    }

    @Test
    void aPreviewEndsAfterAnHourAndADraftAfterADay() {
      Prepared.Ready draft = draft();
      Prepared.Ready old = draft();
      time.step(Duration.ofHours(1));
      assertGone(draft.previewPath());
      publish(draft, new Expiry.Default());
      time.step(Duration.ofHours(24));
      sharing.sweep();
      assertThat(sharing.publish(old.id(), alice)).isInstanceOf(Published.NotFound.class);
    }

    @Test
    void publishingTwiceGivesTheSameLink() {
      Prepared.Ready draft = draft();
      Published.Live first = publish(draft, new Expiry.Default());
      time.step(Duration.ofSeconds(5));
      assertThat(publish(draft, new Expiry.Default())).isEqualTo(first);
    }

    @Test
    void theCopyIsFrozen() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      Turn turn = ask(conversation, "one", "1");
      Published.Live live = publish(ready(new Selection.Whole(conversation)), new Expiry.Default());
      ask(conversation, "two", "2");
      conversations.answered(turn.id(), "changed", true);
      assertThat(page(live.path()).turns()).containsExactly(new SharedTurn("one", "1"));
    }

    @Test
    void oneTheLastOrAllCanBeChosen() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      Turn one = ask(conversation, "my secret plan", "1");
      ask(conversation, "two", "2");
      ask(conversation, "three", "3");
      conversations.begin(++number, new Question(conversation, null, null, "open", List.of()));
      assertThat(ready(new Selection.One(one.id())).turns()).isEqualTo(1);
      Prepared.Ready last = ready(new Selection.Last(conversation, 2));
      assertThat(last.turns()).isEqualTo(2);
      assertThat(last.title()).isEqualTo("two");
      Prepared.Ready whole = ready(new Selection.Whole(conversation));
      assertThat(whole.turns()).isEqualTo(3);
      assertThat(whole.title()).isEqualTo("my secret plan");
    }

    @Test
    void nothingToShare() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      Turn turn =
          conversations.begin(++number, new Question(conversation, null, null, "?", List.of()));
      Prepared nothing = new Prepared.Nothing();
      assertThat(sharing.making().prepare(alice, new Selection.Whole(conversation)))
          .isEqualTo(nothing);
      assertThat(sharing.making().prepare(alice, new Selection.One(turn.id()))).isEqualTo(nothing);
      conversations.answered(turn.id(), "!", true);
      assertThat(sharing.making().prepare(alice, new Selection.Last(conversation, 0)))
          .isEqualTo(nothing);
      assertThat(sharing.making().prepare(bob, new Selection.Whole(conversation)))
          .isEqualTo(nothing);
      assertThat(sharing.making().prepare(bob, new Selection.Last(conversation, 1)))
          .isEqualTo(nothing);
      assertThat(sharing.making().prepare(bob, new Selection.One(turn.id()))).isEqualTo(nothing);
    }

    @Test
    void somebodyElsesShareIsNotThere() {
      Prepared.Ready draft = draft();
      Published nothing = new Published.NotFound();
      assertThat(sharing.publish(draft.id(), bob)).isEqualTo(nothing);
      sharing.making().discard(draft.id(), bob);
      assertThat(sharing.making().cover(draft.id(), bob, true)).isFalse();
      Published.Live live = publish(draft, new Expiry.Default());
      assertThat(sharing.own().rename(live.id(), bob, "mine")).isFalse();
      assertThat(sharing.revoke(live.id(), bob)).isFalse();
      assertThat(sharing.extend(live.id(), bob, new Expiry.Default())).isEqualTo(nothing);
      assertThat(sharing.looking().copy(live.id(), bob)).isEmpty();
      assertThat(sharing.looking().summary(live.id(), bob)).isEmpty();
      assertThat(sharing.looking().all(bob)).isEmpty();
      assertThat(sharing.revokeAll(bob)).isZero();
      assertThat(page(live.path()).title()).isEqualTo("What is a share?");
    }

    @Test
    void aDiscardedDraftIsGone() {
      Prepared.Ready draft = draft();
      sharing.making().discard(draft.id(), alice);
      assertGone(draft.previewPath());
      assertThat(sharing.publish(draft.id(), alice)).isInstanceOf(Published.NotFound.class);
      Published.Live live = live();
      sharing.making().discard(live.id(), alice);
      assertThat(page(live.path()).draft()).isFalse();
    }

    @Test
    void theAdminBoundsTheExpiry() {
      Prepared.Ready draft = draft();
      Published tooLong = new Published.TooLong(Duration.ofDays(90));
      assertThat(publishing(draft, new Expiry.After(Duration.ofDays(91)))).isEqualTo(tooLong);
      assertThat(publishing(draft, new Expiry.Never())).isEqualTo(tooLong);
      Published.Live live = publish(draft, new Expiry.After(Duration.ofDays(90)));
      assertThat(sharing.extend(live.id(), alice, new Expiry.Never())).isEqualTo(tooLong);
      sharing =
          sharing(
              new ShareSettings(Duration.ofDays(1), Duration.ofDays(2), true, Duration.ofDays(7)));
      Published.Live forever = publish(draft(), new Expiry.Never());
      assertThat(forever.endsAt()).isNull();
      time.step(Duration.ofDays(3650));
      sharing.sweep();
      assertThat(page(forever.path()).endsAt()).isNull();
      assertThat(sharing.looking().all(alice))
          .extracting(ShareSummary::id)
          .containsExactly(forever.id());
    }

    @Test
    void viewsAreCountedButNotThoseOfPreviews() {
      Prepared.Ready draft = draft();
      page(draft.previewPath());
      Published.Live live = publish(draft, new Expiry.Default());
      for (int i = 0; i < 5; i++) {
        page(live.path());
      }
      await()
          .untilAsserted(
              () -> assertThat(sharing.looking().all(alice).getFirst().views()).isEqualTo(5));
      assertThat(sharing.looking().copy(live.id(), alice)).isPresent();
      assertThat(sharing.looking().summary(live.id(), alice).orElseThrow().views()).isEqualTo(5);
    }

    @Test
    void titlesCanBeChanged() {
      Prepared.Ready draft = draft();
      assertThat(sharing.own().rename(draft.id(), alice, "On\u0000 \u202eshares\n")).isTrue();
      Published.Live live = publish(draft, new Expiry.Default());
      assertThat(live.title()).isEqualTo("On shares");
      sharing.own().rename(live.id(), alice, "x".repeat(500));
      assertThat(page(live.path()).title()).hasSize(200);
      sharing.own().rename(live.id(), alice, "  ");
      assertThat(page(live.path()).title()).isEqualTo("What is a share?");
      sharing.revoke(live.id(), alice);
      assertThat(sharing.own().rename(live.id(), alice, "late")).isFalse();
    }

    @Test
    void theDatabaseHoldsNoReadableToken() {
      Prepared.Ready draft = draft();
      Published.Live live = publish(draft, new Expiry.Default());
      List<String> rows =
          database.read(
              h ->
                  h.createQuery("select * from share").mapToMap().list().stream()
                      .map(Object::toString)
                      .toList());
      assertThat(rows).noneMatch(r -> r.contains(token(live.path())));
      assertThat(rows).noneMatch(r -> r.contains(token(draft.previewPath())));
      Sharing stranger =
          new Sharing(database, time, SETTINGS, LinkKey.random(), time, conversations);
      assertThat(stranger.looking().all(alice)).extracting(ShareSummary::path).containsOnlyNulls();
      assertThat(stranger.opening().open(token(live.path()), Reader.ANYBODY))
          .isInstanceOf(Opened.Page.class);
    }

    @Test
    void linksAreKnownByAddressOrToken() {
      Published.Live live = live();
      String token = token(live.path());
      for (String link :
          List.of(
              token,
              " https://example.org" + live.path() + " ",
              "https://example.org/base" + live.path() + ".md",
              "<https://example.org" + live.path() + "/?lang=ko#x>")) {
        assertThat(sharing.opening().named(link)).as(link).contains(live.id());
      }
      for (String link : List.of("", "x", "https://example.org/s/", token + "A", token + " x")) {
        assertThat(sharing.opening().named(link)).as(link).isEmpty();
      }
      assertThat(sharing.opening().open("", Reader.ANYBODY)).isEqualTo(new Opened.Nothing());
      assertThat(sharing.opening().open("\0", Reader.ANYBODY)).isEqualTo(new Opened.Nothing());
    }

    @Test
    void reasoningAndPeopleStayHere() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      ask(
          conversation,
          "Ask sandbox:bob7 about http://sandbox:80/x",
          "<think>\nAlice wants…\n</think>\nBob (sandbox:bob7) knows.");
      Prepared.Ready draft = ready(new Selection.Whole(conversation));
      assertThat(draft.title()).isEqualTo("Ask @… about http://sandbox:80/x");
      assertThat(page(draft.previewPath()).turns())
          .containsExactly(new SharedTurn("Ask @… about http://sandbox:80/x", "Bob (@…) knows."));
    }

    @Test
    void findsCanBeMasked() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      ask(conversation, "My key is sk-abcdefghijklmnopqrstuvwx", "Keep it, alice@example.org!");
      Prepared.Ready draft = ready(new Selection.Whole(conversation));
      assertThat(draft.findings()).hasSize(2);
      assertThat(draft.findings().toString()).doesNotContain("mnop");
      assertThat(sharing.making().cover(draft.id(), alice, true)).isTrue();
      assertThat(page(draft.previewPath()).toString())
          .doesNotContain("sk-")
          .doesNotContain("alice@");
      publish(draft, new Expiry.Default());
      assertThat(sharing.making().cover(draft.id(), alice, true)).isFalse();
    }
  }
}
