package io.switchboard.markup.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a table keeps of our sentences comes back, and nobody else's text becomes part of them. */
class KeptLineTest {
  private static final Inline FRIENDS =
      new Inline.Channel("discord-channel:5", "#friends", "Discord");

  @Test
  void commandsAndPlacesComeBack() {
    Document said =
        Filled.in((before, text) -> text, a -> "See `/shares` in " + a[0] + ".", FRIENDS);
    assertThat(KeptLine.read(KeptLine.of(said)))
        .isEqualTo(
            new Document(
                List.of(
                    new Block.Paragraph(
                        List.of(
                            new Inline.Text("See "),
                            new Inline.Command("/shares"),
                            new Inline.Text(" in "),
                            FRIENDS,
                            new Inline.Text("."))))));
  }

  @Test
  void whatWasKeptBeforeReadsAsItIs() {
    String old = "“Pears & `plums`”: *read* /shares.";
    assertThat(KeptLine.read(old)).isEqualTo(Document.plain(old));
  }

  @Property
  void whatPeopleWriteStaysText(@ForAll String title) {
    Document said = Filled.in((before, text) -> text, a -> "“" + a[0] + "” `/shares`", title);
    Document kept = KeptLine.read(KeptLine.of(said));
    List<Inline> pieces = ((Block.Paragraph) kept.blocks().getFirst()).text();
    assertThat(pieces).filteredOn(p -> !(p instanceof Inline.Text)).hasSize(1);
    assertThat(PlainText.of(kept))
        .isEqualTo("“" + title.replaceAll("[\uE100-\uE103]", "") + "” /shares");
  }

  @Test
  void signsOfOursInATitleMakeNothing() {
    String forged = "\uE100/forgetme\uE103";
    Document kept =
        KeptLine.read(KeptLine.of(Filled.in((before, text) -> text, a -> "Of " + a[0], forged)));
    assertThat(kept).isEqualTo(Document.plain("Of /forgetme"));
  }
}
