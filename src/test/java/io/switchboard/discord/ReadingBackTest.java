package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Recall.Wanted;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.discord.Setup;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message of which nobody knows whether it arrived is found in its channel. */
class ReadingBackTest extends InARoom {
  private Destination asked;

  @BeforeEach
  void ask() {
    discord.say(alice, channel, discord.mention() + " hi");
    asked = bot.heard(1, channel).origin().replyTo();
  }

  private static Reply with(String text, String action) {
    return text(text).with(List.of(List.of(new Button.Press("Again", action))));
  }

  private MessageId send(Reply reply) {
    return delivered(bot.platform.send(asked, reply, ""));
  }

  private Delivery find(String text, MessageId... known) {
    return bot.platform.said(
        asked, text(text), new Wanted(Set.of("mine"), Set.of(known)::contains));
  }

  @Test
  void byItsButtonWhateverItSays() {
    send(with("the answer", "another"));
    MessageId mine = send(with("something else", "mine"));
    assertThat(find("the answer")).isEqualTo(new Delivery.Delivered(mine));
    assertThat(find("the answer", mine)).isInstanceOf(Delivery.Gone.class);
  }

  @Test
  void byItsWordsIfItHasNoButtons() {
    discord.say(alice, channel, "the answer");
    send(text("the answer that is another"));
    assertThat(find("the answer")).isInstanceOf(Delivery.Gone.class);
    MessageId mine = send(text("the answer"));
    assertThat(find("the answer")).isEqualTo(new Delivery.Delivered(mine));
  }

  @Test
  void byItsWordsWithoutTheBlanksAround() {
    Document said =
        new Document(
            List.of(new Block.Code("", "one\n"), Document.plain("  ").blocks().getFirst()));
    MessageId mine = send(Reply.of(said));
    String shown = only().content();
    assertThat(shown).isEqualTo(shown.strip());
    assertThat(bot.platform.said(asked, Reply.of(said), new Wanted(Set.of(), id -> false)))
        .isEqualTo(new Delivery.Delivered(mine));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\u00a0\u2003", "\u200b\u2060\ufeff", "\u3164"})
  void whatShowsNothingIsSentAsAnEllipsis(String nothing) {
    MessageId mine = send(text(nothing));
    assertThat(only().content()).isEqualTo("…");
    assertThat(bot.platform.edit(mine, text(nothing))).isEqualTo(new Delivery.Delivered(mine));
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void notBeforeTheQuestion() {
    MessageId mine = send(with("the answer", "mine"));
    discord.say(alice, channel, discord.mention() + " hi again");
    asked = bot.heard(2, channel).origin().replyTo();
    assertThat(find("the answer")).isInstanceOf(Delivery.Gone.class);
    assertThat(mine).isNotNull();
  }

  @Test
  void behindMoreThanAPageOfOthers() {
    for (int i = 0; i < 120; i++) {
      discord.say(alice, channel, "and " + i);
    }
    MessageId mine = send(with("the answer", "mine"));
    assertThat(find("the answer")).isEqualTo(new Delivery.Delivered(mine));
  }

  @ParameterizedTest
  @ValueSource(longs = {Setup.VIEW, Setup.HISTORY})
  void notWhereTheBotMayNotRead(long permission) {
    send(with("the answer", "mine"));
    discord.setup().deny(channel, permission);
    assertThat(find("the answer")).isInstanceOf(Delivery.Gone.class);
  }
}
