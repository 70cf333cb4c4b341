package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Channel;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What authors and the staff are told of posts that cannot be reached, and what is left of them.
 */
class PostsOutOfReachTest {
  private static final int MISSING_ACCESS = 50001;

  @Nested
  class OnDiscord extends Cases {
    private final DiscordStage discord = new DiscordStage();

    @Override
    Stage stage() {
      return discord;
    }

    @Override
    void delete(Seen post) {
      discord.delete(post);
    }

    @Override
    void shutOut(boolean out) {
      discord.community().refuse(out ? MISSING_ACCESS : 0);
    }

    @Test
    void aForumsPostIsForgottenWithItsTitle() {
      Channel forum = discord.fake().forum("answers");
      discord.fake().tag(forum, "Sea", false);
      start("discord-forum:" + forum.id());
      post("Why is the sea salty?");
      Seen tags = see(() -> stage.inPrivate("Ben"), "Which tags", "Sea");
      stage.press("Ben", tags, "Sea");
      Seen chosen = see(() -> stage.inPrivate("Ben"), "Which tags", "✓ Sea");
      stage.press("Ben", chosen, "Post it");
      see(() -> stage.inPrivate("Ben"), "It is posted in");
      Channel thread = discord.fake().threads(forum).getFirst();
      assertThat(thread.name()).contains("sea salty");
      assertThat(thread.tags()).containsExactly("Sea");
      // Everybody may speak in it, so it is there even when its first message is not.
      discord.fake().say(discord.who("Cleo"), thread, "Good question");
      forget();
      await()
          .untilAsserted(
              () ->
                  assertThat(discord.fake().threads(forum))
                      .allSatisfy(left -> assertThat(left.name()).doesNotContain("sea")));
    }

    @Test
    void aChannelOfAnotherPlatformIsCalledByItsNameAndItsPlatform() {
      try (TelegramStage telegram = new TelegramStage()) {
        line.alsoOn(telegram);
        start(telegram.communityChannel());
        post("Why is the sea salty?");
        telegram.delete(see(telegram::inCommunity, "Why is the sea salty?"));
        stage.command("Ben", "shares", "rename " + number() + " Salt and water");
        see(
            () -> stage.inPrivate("Ben"),
            "has deleted its post in " + telegram.communityNamed() + ".");
      }
    }

    @Test
    void aThreadThatIsLockedIsSaidToBeOutOfReach() {
      Channel forum = discord.fake().forum("answers");
      start("discord-forum:" + forum.id());
      post("Why is the sea salty?");
      see(() -> stage.inPrivate("Ben"), "It is posted in");
      discord.fake().threads(forum).getFirst().archive(true);
      stage.command("Ben", "shares", "rename " + number() + " Salt and water");
      see(() -> stage.inPrivate("Ben"), "could not be reached and still shows");
    }
  }

  @Nested
  class OnTelegram extends Cases {
    private final TelegramStage telegram = new TelegramStage();

    @Override
    Stage stage() {
      return telegram;
    }

    @Override
    void delete(Seen post) {
      telegram.delete(post);
    }

    @Override
    void shutOut(boolean out) {
      if (out) {
        telegram.fake().expel(telegram.community());
      } else {
        telegram.fake().readmit(telegram.community());
      }
    }

    @Test
    void whatIsTooOldToBeDeletedIsForgottenAllTheSame() {
      start(stage.communityChannel());
      post("Why is the sea salty?");
      telegram.age(see(() -> stage.inCommunity(), "Why is the sea salty?"));
      see(() -> stage.inPrivate("Ben"), "It is posted in");
      telegram.age(see(() -> stage.inPrivate("Ben"), "Why is the sea salty?", AGAIN));
      forget();
      await()
          .untilAsserted(
              () -> {
                assertThat(stage.inCommunity()).noneMatch(m -> m.text().contains("sea"));
                assertThat(stage.inPrivate("Ben")).noneMatch(m -> m.text().contains("Answer to"));
              });
    }

    @Test
    void whatIsTooOldToBeDeletedSaysThatItIsWithdrawn() {
      start(stage.communityChannel());
      post("Why is the sea salty?");
      telegram.age(see(() -> stage.inCommunity(), "Why is the sea salty?"));
      Seen posted = see(() -> stage.inPrivate("Ben"), "It is posted in");
      stage.press("Ben", posted, "Take it out of the community");
      see(() -> stage.inCommunity(), "This post was withdrawn.");
      assertThat(stage.inCommunity()).noneMatch(m -> m.text().contains("sea"));
    }
  }

  abstract static class Cases extends Play {
    private static final String POST = "Share, and post in the community";

    abstract void delete(Seen post);

    abstract void shutOut(boolean out);

    void start(String channel) {
      line.start(
          "community: {enabled: true, channels: [\"%s\"]}\nstaff: {channels: [\"%s\"]}"
              .formatted(channel, stage.staffChannel()));
    }

    /** Ben asks, and wants the answer posted. */
    void post(String question) {
      stage.say("Ben", question);
      Seen answer = see(() -> stage.inPrivate("Ben"), question, AGAIN);
      stage.press("Ben", answer, "Share");
      Seen preview = see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", POST);
      stage.press("Ben", preview, POST);
    }

    /** The number of Ben's only share. */
    String number() {
      stage.command("Ben", "shares", "");
      Seen list = see(() -> stage.inPrivate("Ben"), "You have one live link");
      return list.text().replaceAll("(?s).*?(\\d+)\\. .*", "$1");
    }

    void forget() {
      stage.command("Ben", "forgetme", "");
      Seen sure =
          see(() -> stage.inPrivate("Ben"), "Everything of yours would go", "Yes, forget me");
      stage.press("Ben", sure, "Yes, forget me");
      see(() -> stage.inPrivate("Ben"), "you are forgotten");
    }

    private Seen posted() {
      start(stage.communityChannel());
      post("Why is the sea salty?");
      see(() -> stage.inPrivate("Ben"), "It is posted in");
      return see(() -> stage.inCommunity(), "Why is the sea salty?");
    }

    @Test
    void whatSomebodyDeletedIsSaidAndIsInNobodysWay() {
      delete(posted());
      stage.command("Ben", "shares", "rename " + number() + " Salt and water");
      see(() -> stage.inPrivate("Ben"), "has deleted its post in " + stage.communityCalled() + ".");
      Seen posted = see(() -> stage.inPrivate("Ben"), "It is posted in");
      stage.press("Ben", posted, "Take it out of the community");
      Seen done = see(() -> stage.inPrivate("Ben"), "out of the community. The link still works");
      assertThat(done.text()).doesNotContain("could not be reached");
    }

    @Test
    void whatIsOutOfReachIsSaidAndTakenAwayWhenItCanBe() {
      posted();
      shutOut(true);
      stage.command("Ben", "shares", "rename " + number() + " Salt and water");
      see(
          () -> stage.inPrivate("Ben"),
          "its post in " + stage.communityCalled() + " could not be reached and still shows");
      Seen posted = see(() -> stage.inPrivate("Ben"), "It is posted in");
      stage.press("Ben", posted, "Take it out of the community");
      Seen out = see(() -> stage.inPrivate("Ben"), "One post could not be reached:");
      assertThat(out.text()).contains(stage.communityCalled() + ": ");
      assertThat(stage.inCommunity()).hasSize(1);
      shutOut(false);
      line.clock.step(Duration.ofHours(1));
      line.sweep();
      await().untilAsserted(() -> assertThat(stage.inCommunity()).isEmpty());
    }

    @Test
    void whatStillShowsOfSomebodyBannedIsSaidOnTheDashboardAndToTheStaff() {
      posted();
      shutOut(true);
      try (Surfer ada = new Surfer()) {
        ada.signIn(stage, "Ada");
        String ban = "do=member&verb=ban&more=posts&back=/admin/members&who=" + stage.id("Ben");
        assertThat(ada.act(line.address(), ban)).contains("One post of Ben is withdrawn");
        Seen told = see(() -> stage.inStaff("Ada"), "still shows in " + stage.communityCalled());
        assertThat(told.text()).contains("One post of Ben", "“Why is the sea salty?”");
        String members = line.address() + "/admin/members";
        await().until(() -> ada.get(members).body().contains("One post could not be reached:"));
        assertThat(ada.get(line.address() + "/admin").body())
            .as("until something else is done")
            .contains("“Why is the sea salty?”:", "check what I may do there");
        ada.act(line.address(), "do=member&verb=show&who=" + stage.id("Ben"));
        assertThat(ada.get(members).body()).doesNotContain("could not be reached");
      }
    }

    @Test
    void whatStillShowsOfSomebodyBannedAmongTheStaffIsForAllOfThemToSee() {
      line.start(
          "community: {enabled: true, channels: [\"%s\"]}\nstaff: {channels: [\"%s\"]}"
              .formatted(stage.communityChannel(), stage.groupScope()));
      post("Why is the sea salty?");
      see(() -> stage.inPrivate("Ben"), "It is posted in");
      shutOut(true);
      stage.commandInGroup("Ada", "member", "ban " + stage.id("Ben") + " posts");
      see(() -> stage.inGroup("Ada"), "One post of Ben is withdrawn");
      Seen told = see(() -> stage.inGroup("Cleo"), "One post could not be reached:");
      assertThat(told.text()).contains("“Why is the sea salty?”:");
    }

    @Test
    void whoeverSwitchesItOffIsToldWhatIsStillShownAndAuthorsCanTakeItAway() {
      posted();
      stage.command("Ada", "community", "off");
      see(() -> stage.inPrivate("Ada"), "One post is still shown and will end with its link");
      Seen posted = see(() -> stage.inPrivate("Ben"), "It is posted in");
      stage.press("Ben", posted, "Take it out of the community");
      await().untilAsserted(() -> assertThat(stage.inCommunity()).isEmpty());
      stage.command("Ada", "community", "");
      await()
          .untilAsserted(
              () ->
                  assertThat(stage.inPrivate("Ada").getLast().text())
                      .contains("is off")
                      .doesNotContain("still shown"));
    }
  }
}
