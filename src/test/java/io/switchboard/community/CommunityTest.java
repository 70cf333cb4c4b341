package io.switchboard.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.sandbox.SandboxPlatform;
import io.switchboard.share.Prepared;
import io.switchboard.share.Published;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkKey;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommunityTest {
  private static final String CHANNEL = "sandbox-channel:community";

  @Nested
  class OnH2 extends Cases {
    @Override
    Database fresh() {
      return TestDatabases.h2();
    }
  }

  @Nested
  class OnPostgres extends Cases {
    @Override
    Database fresh() {
      return TestDatabases.postgres();
    }
  }

  abstract static class Cases {
    private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
    private final Texts texts = new Texts();
    private Database database;
    private Members members;
    private Conversations conversations;
    private SandboxPlatform sandbox;
    private Sharing sharing;
    private MemberId alice;
    private MemberId bob;
    private long number;

    abstract Database fresh();

    @BeforeEach
    void open() {
      database = fresh();
      members = new Members(database, time);
      conversations = new Conversations(database, time);
      sandbox = new SandboxPlatform(database, time);
      sharing =
          new Sharing(
              database, time, ShareSettings.DEFAULTS, LinkKey.random(), time, conversations);
      sharing.tell((link, place, message) -> true);
      alice = person("alice", Locale.ENGLISH);
      bob = person("bob", Locale.KOREAN);
    }

    @AfterEach
    void close() {
      sharing.close();
      database.close();
    }

    private MemberId person(String name, Locale locale) {
      return members
          .recognize(new Person(new PersonId("sandbox:" + name), name, name, locale, Set.of()))
          .id();
    }

    private Community community(String... channels) {
      return community(new CommunitySettings(true, List.of(channels)));
    }

    private Community community(CommunitySettings settings) {
      return new Community(
          database,
          time,
          settings,
          new Messengers(List.of(sandbox)),
          sharing,
          new PostText(texts, members, path -> "https://chat.example.org" + path));
    }

    private Published.Live live(MemberId owner, String... questionsAndAnswers) {
      ConversationId conversation =
          conversations.startNew(owner, new PlaceId("sandbox:private/alice"));
      for (int i = 0; i < questionsAndAnswers.length; i += 2) {
        Turn turn =
            conversations.begin(
                ++number,
                new Question(conversation, null, null, questionsAndAnswers[i], List.of()));
        conversations.answered(turn.id(), questionsAndAnswers[i + 1], true);
      }
      Prepared.Ready draft =
          (Prepared.Ready) sharing.making().prepare(owner, new Selection.Whole(conversation));
      return (Published.Live) sharing.publish(draft.id(), owner);
    }

    /** What the sandbox's messages show, the oldest first. */
    private List<String> shown(String column) {
      return database.read(
          h ->
              h.createQuery("select " + column + " from sandbox_message order by id")
                  .mapTo(String.class)
                  .list());
    }

    @Test
    void aShareIsShownAsASnapshot() {
      Published.Live live = live(alice, "What is a *share*?", "A **frozen** copy.");
      Community community = community(CHANNEL);
      assertThat(community.post(live.id(), alice)).isEqualTo(new Posted.Shown(1, List.of()));
      assertThat(shown("title")).containsExactly("What is a *share*?");
      assertThat(shown("body_html").getFirst())
          .contains("<blockquote>", "<em>share</em>", "<strong>frozen</strong>")
          .contains("https://chat.example.org" + live.path(), "Open the page")
          .doesNotContain("alice");
      assertThat(shown("body_text").getFirst()).contains("Available until");
    }

    @Test
    void postingAgainMakesNoSecondPost() throws Exception {
      Published.Live live = live(alice, "q", "a");
      Community community = community(CHANNEL);
      List<Callable<Posted>> presses = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        presses.add(() -> community.post(live.id(), alice));
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var posted : threads.invokeAll(presses)) {
          assertThat(posted.get()).isInstanceOf(Posted.Shown.class);
        }
      }
      assertThat(shown("title")).hasSize(1);
    }

    @Test
    void aLongAnswerGoesOnOnThePage() {
      Published.Live live = live(bob, "긴 질문 ".repeat(200), "Many words here. ".repeat(1000));
      community(CHANNEL).post(live.id(), bob);
      assertThat(shown("body_text").getFirst())
          .hasSizeBetween(1000, 2000)
          .contains("Many words here.", "이어서 읽기");
    }

    @Test
    void moreThanOneTurnGoesOnOnThePage() {
      Published.Live live = live(alice, "one", "first", "two", "second");
      community(CHANNEL).post(live.id(), alice);
      assertThat(shown("body_text").getFirst())
          .contains("one", "first", "Read on")
          .doesNotContain("second");
    }

    @Test
    void whenTheShareEndsThePostSaysSo() {
      Published.Live live = live(alice, "q", "secret answer");
      community(CHANNEL).post(live.id(), alice);
      time.step(Duration.ofDays(7));
      assertThat(shown("body_text")).containsExactly("This shared answer has ended.");
    }

    @Test
    void whenTheShareIsRevokedThePostSaysSo() {
      Published.Live live = live(bob, "q", "secret answer");
      community(CHANNEL).post(live.id(), bob);
      sharing.revoke(live.id(), bob);
      await().untilAsserted(() -> assertThat(shown("body_text")).containsExactly("이 공유는 종료되었습니다."));
    }

    @Test
    void aPostCanBeWithdrawnAndPostedAgain() {
      Published.Live live = live(alice, "q", "a");
      Community community = community(CHANNEL);
      community.post(live.id(), alice);
      assertThat(community.withdraw(live.id(), bob)).isFalse();
      assertThat(community.withdraw(live.id(), alice)).isTrue();
      await().untilAsserted(() -> assertThat(shown("body_text")).isEmpty());
      assertThat(community.withdraw(live.id(), alice)).isFalse();
      await()
          .untilAsserted(
              () -> {
                community.post(live.id(), alice);
                assertThat(shown("body_text")).hasSize(1);
              });
    }

    @Test
    void whatACrashLeftOfAWithdrawalIsDone() {
      Published.Live live = live(alice, "q", "a");
      Community community = community(CHANNEL);
      community.post(live.id(), alice);
      database.useTransaction(h -> PostTable.withdraw(h, live.id(), alice));
      community.sweep();
      assertThat(shown("body_text")).isEmpty();
    }

    @Test
    void onlyTheOwnersLiveSharesArePosted() {
      Published.Live live = live(alice, "q", "a");
      Community community = community(CHANNEL);
      assertThat(community.post(live.id(), bob)).isEqualTo(new Posted.NotFound());
      sharing.revoke(live.id(), alice);
      assertThat(community.post(live.id(), alice)).isEqualTo(new Posted.NotFound());
      assertThat(shown("body_text")).isEmpty();
    }

    @Test
    void channelsThatCannotShowItAreNamed() {
      Published.Live live = live(alice, "q", "a");
      assertThat(community("discord-forum:5", CHANNEL).post(live.id(), alice))
          .isEqualTo(new Posted.Shown(1, List.of("discord-forum:5")));
      assertThat(community("sandbox-channel:other").post(live.id(), alice))
          .isEqualTo(new Posted.Failed());
    }

    @Test
    void adminsSwitchItForAll() {
      Published.Live live = live(alice, "q", "a");
      Community community = community(new CommunitySettings(false, List.of(CHANNEL)));
      assertThat(community.enabled()).isFalse();
      assertThat(community.post(live.id(), alice)).isEqualTo(new Posted.SwitchedOff());
      community.enable(true);
      assertThat(community.enabled()).isTrue();
      assertThat(community(CHANNEL).enabled()).isTrue();
      community.enable(false);
      assertThat(community(CHANNEL).enabled()).isFalse();
      community.enable(true);
      assertThat(community().enabled()).isFalse();
    }
  }
}
