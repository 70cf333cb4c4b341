package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.chat.Destination;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Form;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.message.Reply;
import io.switchboard.config.Secret;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.Event;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import io.switchboard.markup.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Autocompletion, and a menu that changes while the bot runs. */
class SuggestingTest {
  private static final CommandMenu.Option NAME =
      new CommandMenu.Option("name", Map.of(Locale.ENGLISH, "Name"), false, List.of(), true);
  private static final CommandMenu MENU =
      new CommandMenu(
          List.of(entry("model", NAME), entry("gallery"), entry("community")),
          List.of(),
          Set.of("gallery"),
          Set.of("community"));

  private static CommandMenu.Entry entry(String name, CommandMenu.Option... options) {
    return new CommandMenu.Entry(name, Map.of(Locale.ENGLISH, name), List.of(options), false, true);
  }

  private static DiscordPlatform platform(FakeDiscord discord) {
    return new DiscordPlatform(
        new DiscordSettings(Secret.of(discord.token()), discord.apiUrl(), discord.gatewayUrl()),
        discord::now);
  }

  private static Inbox suggesting(AtomicReference<Typing> heard, Runnable first, int many) {
    return new Inbox() {
      @Override
      public void receive(Incoming incoming) {}

      @Override
      public List<Suggestion> suggest(Typing typing) {
        heard.set(typing);
        first.run();
        List<Suggestion> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
          all.add(new Suggestion("Model " + i, "m" + i));
        }
        return all;
      }
    };
  }

  @Test
  void whoTypesIsAnswered() {
    AtomicReference<Typing> heard = new AtomicReference<>();
    try (FakeDiscord discord = FakeDiscord.start();
        DiscordPlatform platform = platform(discord)) {
      platform.start(suggesting(heard, () -> {}, 40), MENU);
      discord.awaitBot();
      Person chloe = discord.person("chloe");
      JsonNode choices =
          discord.type(chloe, discord.channel("general"), "model", Map.of("name", "mo"), "name");
      assertThat(choices).hasSize(25);
      assertThat(choices.get(3).path("value").asText()).isEqualTo("m3");
      assertThat(heard.get().text()).isEqualTo("mo");
      assertThat(heard.get().origin().sender().id().value()).isEqualTo("discord:" + chloe.id());
      assertThat(discord.violations()).isEmpty();
    }
  }

  @Test
  void whoeverTakesTooLongSuggestsNothing() {
    CountDownLatch never = new CountDownLatch(1);
    Runnable slow =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try (FakeDiscord discord = FakeDiscord.start();
        DiscordPlatform platform = platform(discord)) {
      platform.start(suggesting(new AtomicReference<>(), slow, 1), MENU);
      discord.awaitBot();
      JsonNode choices =
          discord.type(
              discord.person("chloe"),
              discord.channel("general"),
              "model",
              Map.of("name", ""),
              "name");
      assertThat(choices).isEmpty();
      never.countDown();
    }
  }

  @Test
  void whatIsToBeWrittenFirstIsAskedForInAForm() {
    List<ButtonPress> heard = new CopyOnWriteArrayList<>();
    Inbox inbox =
        new Inbox() {
          @Override
          public void receive(Incoming incoming) {
            if (incoming instanceof ButtonPress press) {
              heard.add(press);
            }
          }

          @Override
          public Optional<Form> form(ButtonPress press) {
            return press.action().startsWith("c-judge:1")
                ? Optional.of(new Form("Decline", "Why?", 500))
                : Optional.empty();
          }
        };
    try (FakeDiscord discord = FakeDiscord.start();
        DiscordPlatform platform = platform(discord)) {
      platform.start(inbox, MENU);
      discord.awaitBot();
      Person chloe = discord.person("chloe");
      Channel channel = discord.channel("staff");
      PlaceId place = new PlaceId("discord:" + channel.id());
      for (long share : new long[] {1, 2}) {
        platform.send(
            Destination.in(place),
            Reply.of(Document.plain("Post " + share))
                .with(
                    List.of(
                        List.of(
                            new CommunityAction.Judge(share, "abc", "words")
                                .button("In my own words")))),
            "n" + share);
      }
      Shown first = discord.messages(channel).getFirst();
      Event press = discord.press(chloe, first, "In my own words");
      assertThat(discord.form(press).path("title").asText()).isEqualTo("Decline");
      discord.submit(chloe, press, "Too long");
      Awaitility.await().until(() -> !heard.isEmpty());
      assertThat(heard.getFirst().written()).isEqualTo("Too long");
      assertThat(heard.getFirst().action()).isEqualTo("c-judge:1:abc:words");
      assertThat(heard.getFirst().message().value()).contains("" + first.id());
      discord.press(chloe, discord.messages(channel).get(1), "In my own words");
      Awaitility.await().until(() -> heard.size() == 2);
      assertThat(heard.get(1).written()).isEmpty();
      assertThat(discord.violations()).isEmpty();
    }
  }

  @Test
  void theMenuFollows() {
    try (FakeDiscord discord = FakeDiscord.start();
        DiscordPlatform platform = platform(discord)) {
      platform.start(incoming -> {}, MENU);
      discord.awaitBot();
      assertThat(discord.commands())
          .extracting(c -> c.path("name").asText())
          .containsExactly("model", "community");
      JsonNode community = discord.commands().get(1);
      assertThat(community.path("default_member_permissions").asText()).isEqualTo("32");
      assertThat(community.path("contexts")).hasSize(1);
      platform.list(new CommandMenu(MENU.entries()));
      Awaitility.await().until(() -> discord.commands().size() == 3);
      assertThat(discord.commands().get(2).path("default_member_permissions").asText("0"))
          .isIn("0", "null");
    }
  }
}
