package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.Shown;
import io.switchboard.markup.Markdown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Formulas in messages, over the real JDA. */
class FormulasTest extends InARoom {
  private static final String ROOT = "The *roots*:\n\n$$x = \\frac{-b}{2a}$$\n\nwith $a \\ne 0$.";

  @AfterEach
  void nothingWrong() {
    assertThat(discord.violations()).isEmpty();
  }

  private static Reply markdown(String markdown) {
    return Reply.of(Markdown.parse(markdown));
  }

  private List<ObjectNode> files() {
    return discord.files(only());
  }

  @Test
  void aFormulaIsAPictureWithItsSourceAsDescription() {
    delivered(bot.platform.send(here(), markdown(ROOT), "n1"));
    assertThat(only().content()).isEqualTo("The *roots*:\n\n**(1)**\n\nwith a ≠ 0.");
    ObjectNode file = files().getFirst();
    assertThat(file.path("content_type").asText()).isEqualTo("image/png");
    assertThat(file.path("description").asText()).isEqualTo("(1) x = \\frac{-b}{2a}");
    assertThat(file.path("size").asInt()).isGreaterThan(500);
  }

  @Test
  void whileItGrowsItIsSourceAndInTheEndAPicture() {
    MessageId message = delivered(bot.platform.send(here(), markdown(ROOT).andGrowing(), "n2"));
    assertThat(only().content()).contains("```latex", "\\frac", "`a \\ne 0`");
    assertThat(files()).isEmpty();
    delivered(bot.platform.edit(message, markdown(ROOT)));
    assertThat(only().content()).doesNotContain("frac");
    assertThat(files()).hasSize(1);
    delivered(bot.platform.edit(message, markdown(ROOT + "\n\n$$\\sqrt{2}$$")));
    assertThat(files()).hasSize(1);
    assertThat(files().getFirst().path("description").asText()).contains("(2) \\sqrt{2}");
  }

  @Test
  void thePictureGoesWithItsFormulaAlsoAfterARestart() {
    MessageId message = delivered(bot.platform.send(here(), markdown(ROOT), "n3"));
    delivered(bot.platform.edit(message, markdown("Without any.")));
    assertThat(files()).isEmpty();
    delivered(bot.platform.edit(message, markdown(ROOT)));
    assertThat(files()).hasSize(1);
    try (Bot another = new Bot(discord).start()) {
      // Discord sees the first bot all the time.
      await().until(another.platform::connected);
      delivered(another.platform.edit(message, markdown("Without any.")));
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void whatCannotBeDrawnStaysSource() {
    delivered(bot.platform.send(here(), markdown("So $$\\weird{x}$$ and $\\nonsense$."), "n4"));
    assertThat(only().content()).contains("\\weird{x}", "`\\nonsense`");
    assertThat(files()).isEmpty();
  }

  @Test
  void aCommandIsAnsweredWithOne() {
    discord.slash(alice, channel, "usage", Map.of());
    Destination to = bot.heard(1).origin().replyTo();
    delivered(bot.platform.send(to, markdown(ROOT).onlyForAsker(), "first"));
    Shown shown = discord.fromBot(channel, alice).getFirst();
    assertThat(discord.files(shown)).hasSize(1);
  }

  @Test
  void aForumPostHasOneToo() {
    Channel forum = discord.forum("community");
    MessageId post =
        delivered(
            bot.platform.post(
                "discord-forum:" + forum.id(), new Post("Roots", markdown(ROOT), List.of()), "n5"));
    delivered(bot.platform.edit(post, markdown(ROOT)));
  }

  @Test
  void simpleOnesAreText() {
    String simple =
        "$x^2 + \\alpha_{n+1}$, $90^\\circ$, $f'(x)$, $x \\in \\mathbb{R}$, $-1$, $2\\pi r$,"
            + " $\\sqrt{12}$";
    delivered(bot.platform.send(here(), markdown(simple), "n6"));
    assertThat(only().content()).isEqualTo("x² + αₙ₊₁, 90°, f′(x), x ∈ ℝ, −1, 2πr, √12");
    assertThat(files()).isEmpty();
  }
}
