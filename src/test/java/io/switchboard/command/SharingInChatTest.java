package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SharingInChatTest extends InTown {
  private static final Pattern LINK = Pattern.compile("https://chat\\.example/s/([\\w-]+)");

  @Test
  void thereIsNothingToShareAtFirst() {
    town.command(town.alice, "share");
    assertThat(town.last(town.alice).text()).contains("nothing to share");
  }

  @Test
  void nothingGoesOutBeforeTheOwnerSaysSo() {
    town.exchange(town.alice, "What is love?", "Chemistry.");
    town.command(town.alice, "share");
    MemoryPlatform.Shown preview = town.last(town.alice);
    assertThat(preview.reply().personal()).isTrue();
    assertThat(preview.text()).contains("What is love?").contains("one question and its answer");
    assertThat(page(preview).draft()).isTrue();
    town.press(town.alice, "Don’t share");
    assertThat(town.last(town.alice).text()).isEqualTo("Nothing was shared.");
    assertThat(open(preview)).isEqualTo(new Opened.Nothing());
  }

  @Test
  void whatCannotBeIsRefusedWithWhatCan() {
    town.exchange(town.alice, "What is love?", "Chemistry.");
    town.command(town.alice, "share 90000d");
    assertThat(town.last(town.alice).text()).contains("90 days at most");
    town.command(town.alice, "share until 3000-01-01");
    assertThat(town.last(town.alice).text()).contains("90 days at most");
    town.command(town.alice, "share 99-100");
    assertThat(town.last(town.alice).text()).contains("There is one answer here", "/share");
    town.exchange(town.alice, "And hate?", "Chemistry, too.");
    town.command(town.alice, "share 3-4");
    assertThat(town.last(town.alice).text()).contains("are 2 answers here", "/share 1-2");
    town.command(town.alice, "share 2-1");
    assertThat(town.last(town.alice).text()).contains("/share 1-2");
    town.command(town.alice, "share 0 views");
    assertThat(town.last(town.alice).text()).contains("1 to 100,000 times");
    town.command(town.alice, "share \"2-1 for love\"");
    assertThat(town.last(town.alice).text()).contains("2-1 for love");
  }

  @Test
  void aLinkLivesAndEndsAndItsMessageSaysSo() {
    town.exchange(town.alice, "What is love?", "Chemistry.");
    town.command(town.alice, "share 24h On *love*");
    MemoryPlatform.Shown preview = town.last(town.alice);
    town.press(town.alice, "Share");
    assertThat(town.platform.message(preview.id()).text()).isEqualTo("“On *love*” is shared.");
    MemoryPlatform.Shown carrier = town.last(town.alice);
    assertThat(carrier.text()).contains("On *love*").contains("The link ends");
    assertThat(carrier.reply().personal()).isFalse();
    assertThat(page(carrier).title()).isEqualTo("On *love*");
    town.time.step(Duration.ofHours(24));
    assertThat(open(carrier)).isEqualTo(new Opened.Nothing());
    MemoryPlatform.Shown ended = town.platform.message(carrier.id());
    assertThat(ended.text()).contains("On *love*").contains("has expired").doesNotContain("http");
    assertThat(ended.labels()).isEmpty();
  }

  @Test
  void thePreviewSaysHowLongTheLinkWillLiveAndTooLongIsRefusedAtOnce() {
    town.exchange(town.alice, "What is love?", "Chemistry.");
    town.command(town.alice, "share");
    assertThat(town.last(town.alice).text()).contains("7 days");
    town.command(town.alice, "share 36h");
    assertThat(town.last(town.alice).text()).contains("1 day 12 hours");
    for (String tooLong : new String[] {"share 500d", "share never"}) {
      town.command(town.alice, tooLong);
      assertThat(town.last(town.alice).text()).contains("90 days at most");
      assertThat(town.last(town.alice).labels()).isEmpty();
    }
  }

  @Test
  void pressingTwiceMakesOneLinkAndOneMessage() {
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "share");
    MemoryPlatform.Shown preview = town.last(town.alice);
    int before = town.chat(town.alice).size();
    town.press(town.alice, Town.alone(town.alice), preview, preview.button("Share"));
    town.press(town.alice, Town.alone(town.alice), preview, preview.button("Share"));
    assertThat(town.chat(town.alice)).hasSize(before + 1);
  }

  @Test
  void theWholeConversationInsteadAndBack() {
    town.exchange(town.alice, "one", "ONE");
    town.exchange(town.alice, "two", "TWO");
    town.command(town.alice, "share 3 days");
    MemoryPlatform.Shown preview = town.last(town.alice);
    town.press(town.alice, "Whole conversation instead");
    assertThat(town.platform.message(preview.id()).text()).contains("2 questions");
    assertThat(page(preview).turns()).as("at the same address").hasSize(2);
    town.press(town.alice, "Only this answer instead");
    assertThat(town.platform.message(preview.id()).text()).contains("one question");
    town.press(town.alice, "Share");
    town.time.step(Duration.ofDays(3).minusSeconds(1));
    assertThat(open(town.last(town.alice))).isInstanceOf(Opened.Page.class);
    town.time.step(Duration.ofSeconds(1));
    assertThat(town.last(town.alice).text()).contains("has expired");
  }

  @Test
  void theButtonUnderAnAnswerAndTheMessageMenuShareThatAnswer() {
    MemoryPlatform.Shown first = town.exchange(town.alice, "one", "ONE");
    town.exchange(town.alice, "two", "TWO");
    town.command(town.alice, Town.alone(town.alice), "share", first.id());
    assertThat(page(town.last(town.alice)).turns())
        .singleElement()
        .satisfies(turn -> assertThat(turn.answer()).isEqualTo("ONE"));
    town.command(town.alice, Town.alone(town.alice), "share", new MessageId("memory:none"));
    assertThat(town.last(town.alice).text()).contains("no answer of yours");
  }

  @Test
  void secretsAreFoundAndCanBeCovered() {
    String key = "sk-proj-" + "a1B2c3D4".repeat(6);
    town.exchange(town.alice, "Where do I put " + key + "?", "Nowhere.");
    town.command(town.alice, "share");
    MemoryPlatform.Shown preview = town.last(town.alice);
    assertThat(preview.text()).contains("A key or password").doesNotContain(key);
    town.press(town.alice, "Cover what was found");
    town.press(town.alice, "Share");
    String shared = page(town.last(town.alice)).turns().toString();
    assertThat(shared).doesNotContain(key);
  }

  @Test
  void onlyTheOwnerDecides() {
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "share");
    MemoryPlatform.Shown preview = town.last(town.alice);
    for (String label : preview.labels()) {
      town.press(town.bob, Town.alone(town.bob), preview, preview.button(label));
    }
    assertThat(town.sharing.looking().all(town.members.recognize(town.alice).id())).isEmpty();
    assertThat(town.platform.message(preview.id())).isEqualTo(preview);
    town.press(town.alice, Town.alone(town.alice), preview, preview.button("Share"));
    MemoryPlatform.Shown carrier = town.last(town.alice);
    town.press(town.bob, Town.alone(town.bob), carrier, carrier.button("End this link"));
    assertThat(town.last(town.bob).text()).contains("belongs to somebody else");
    assertThat(town.last(town.bob).reply().personal()).isTrue();
    assertThat(open(carrier)).isInstanceOf(Opened.Page.class);
    town.press(town.alice, Town.alone(town.alice), carrier, carrier.button("End this link"));
    assertThat(open(carrier)).isEqualTo(new Opened.Nothing());
    await()
        .untilAsserted(
            () ->
                assertThat(town.platform.message(carrier.id()).text())
                    .contains("The link has been withdrawn"));
  }

  @Test
  void aLinkThatWasOutBeforeACrashButNotSaidIsSaidAtTheNextPress() {
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "share");
    MemoryPlatform.Shown preview = town.last(town.alice);
    MemberId alice = town.members.recognize(town.alice).id();
    ShareAction press = (ShareAction) Action.parse(preview.button("Share").action()).orElseThrow();
    ShareId share = new ShareId(((ShareAction.Publish) press).share());
    // The process died here, after the commit and before the message.
    town.sharing.publish(share, alice);
    town.press(town.alice, Town.alone(town.alice), preview, preview.button("Share"));
    MemoryPlatform.Shown carrier = town.last(town.alice);
    assertThat(carrier.text()).contains("The link ends");
    assertThat(carrier.labels()).contains("End this link");
    assertThat(town.platform.message(preview.id()).text()).isEqualTo("“one” is shared.");
    town.time.step(Duration.ofDays(7));
    assertThat(open(carrier)).isEqualTo(new Opened.Nothing());
    assertThat(town.platform.message(carrier.id()).text()).contains("has expired");
  }

  @Test
  void linksAreListedAndEnded() {
    town.command(town.alice, "shares");
    assertThat(town.last(town.alice).text()).contains("no live links");
    for (int i = 0; i < 2; i++) {
      town.exchange(town.alice, "question " + i, "answer");
      town.command(town.alice, "share");
      town.press(town.alice, "Share");
    }
    town.command(town.alice, "shares");
    MemoryPlatform.Shown list = town.last(town.alice);
    assertThat(list.text()).contains("2 live links").contains("question 0").contains("question 1");
    assertThat(list.labels()).containsExactly("Change 2…", "End 2", "Change 1…", "End 1");
    // The numbers are those that commands take.
    assertThat(list.text()).contains("2. question 1", "1. question 0");
    town.command(town.alice, "shares rename 1 Renamed");
    town.command(town.alice, "shares");
    assertThat(town.last(town.alice).text()).contains("2. question 1", "1. Renamed");
    town.command(town.alice, "shares views 1 0");
    assertThat(town.last(town.alice).text()).contains("1 to 100,000", "/shares views 1 10");
    town.press(town.alice, Town.alone(town.alice), list, list.button("End 2"));
    assertThat(town.last(town.alice).text()).contains("The link has ended");
    town.command(town.alice, "shares revoke");
    assertThat(town.last(town.alice).text()).isEqualTo("Your link has ended.");
    town.command(town.alice, "shares please");
    assertThat(town.last(town.alice).text()).contains("/shares revoke");
  }

  @Test
  void deletingAConversationEndsItsLinks() {
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "share");
    town.press(town.alice, "Share");
    MemoryPlatform.Shown carrier = town.last(town.alice);
    town.command(town.alice, "conversations");
    town.press(town.alice, "Delete");
    assertThat(town.last(town.alice).text()).contains("cannot be undone");
    town.press(town.alice, "Yes, delete it");
    assertThat(open(carrier)).isEqualTo(new Opened.Nothing());
    assertThat(town.conversations.list(town.members.recognize(town.alice).id())).isEmpty();
  }

  @Test
  void postingIsOfferedOnlyWhereItIsSwitchedOn() {
    PlaceId square = new PlaceId("memory:memory-channel:square");
    town.exchange(town.alice, "one", "ONE");
    town.command(town.alice, "share");
    assertThat(town.last(town.alice).labels())
        .noneSatisfy(label -> assertThat(label).contains("community"));
    town.switchCommunity(true);
    town.command(town.alice, "share");
    MemoryPlatform.Shown preview = town.last(town.alice);
    town.press(town.alice, "Share, and post in the community");
    assertThat(town.platform.last(square).text()).contains("ONE");
    assertThat(town.platform.last(square).labels()).containsExactly("Continue", "Report");
    MemoryPlatform.Shown posted = town.last(town.alice);
    assertThat(posted.text()).isEqualTo("It is posted in the community channel.");
    assertThat(town.chat(town.alice))
        .anySatisfy(shown -> assertThat(shown.text()).contains("The link ends"));
    int said = town.chat(town.alice).size();
    Button.Press post = preview.button("Share, and post in the community");
    town.press(town.alice, Town.alone(town.alice), preview, post);
    assertThat(town.platform.in(square)).hasSize(1);
    assertThat(town.chat(town.alice)).hasSize(said + 1);
    town.press(town.bob, Town.alone(town.bob), posted, posted.presses().getFirst());
    assertThat(town.last(town.bob).text()).contains("belongs to somebody else");
    town.press(town.alice, Town.alone(town.alice), posted, posted.presses().getFirst());
    assertThat(town.last(town.alice).text()).contains("taken out");
    await().untilAsserted(() -> assertThat(town.platform.in(square)).isEmpty());
    town.switchCommunity(false);
    town.press(town.alice, Town.alone(town.alice), preview, post);
    assertThat(town.last(town.alice).text()).contains("switched off");
  }

  private Opened open(MemoryPlatform.Shown shown) {
    return town.sharing.opening().open(token(shown), Reader.ANYBODY);
  }

  private SharedCopy page(MemoryPlatform.Shown shown) {
    return ((Opened.Page) open(shown)).copy();
  }

  private static String token(MemoryPlatform.Shown shown) {
    Matcher link = LINK.matcher(shown.text());
    assertThat(link.find()).as("a link in " + shown.text()).isTrue();
    return link.group(1);
  }

  @Test
  void aNumberThatIsNoLinkOfMineIsNoButton() {
    for (String line : List.of("shares rename 99 Cats", "shares revoke 99", "shares once 99")) {
      town.command(town.alice, line);
      assertThat(town.last(town.alice).text()).contains("You have no such link");
    }
  }
}
