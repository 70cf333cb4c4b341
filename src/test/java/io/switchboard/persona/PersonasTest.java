package io.switchboard.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.config.ConfigurationError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonasTest {
  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void filesAreReadInTheOrderOfTheirNames() throws IOException {
    write(
        "b.md",
        "---\r\ntitle: \"The second\"\r\n# a remark\r\nabout: Knows all\r\n---\r\nBe b.\r\n");
    write("a.md", "# Captain Ahab\n\nYou hunt a whale.\n\n---\n\nNever rest.\n");
    write("c-3.md", "Just text.");
    write(".hidden", "x");
    Personas personas = Personas.in(folder);
    assertThat(personas.all())
        .containsExactly(
            new Persona(
                "a",
                "Captain Ahab",
                "",
                "# Captain Ahab\n\nYou hunt a whale.\n\n---\n\nNever rest."),
            new Persona("b", "The second", "Knows all", "Be b."),
            new Persona("c-3", "c-3", "", "Just text."));
    assertThat(personas.named("CAPTAIN ahab ")).map(Persona::name).contains("a");
    assertThat(personas.named("B")).map(Persona::name).contains("b");
    assertThat(personas.named("")).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereHasNone() {
    assertThat(Personas.in(folder.resolve("none")).all()).isEmpty();
  }

  @Test
  void whatOneBecomesAnotherDoesNot() {
    Personas none = Personas.in(folder.resolve("none"));
    none.become(new Personas(List.of(new Persona("pirate", "pirate", "", "Arr."))));
    assertThat(none.all()).hasSize(1);
    assertThat(Personas.in(folder.resolve("none")).all()).isEmpty();
  }

  @Test
  void everythingWrongIsNamedWithItsPlace() throws IOException {
    write("Big Name.md", "x");
    write("notes.txt", "x");
    write("open.md", "---\ntitle: x\ntext");
    write("key.md", "---\ntitel: x\ntitle: a\ntitle: b\nabout:\n---\nx");
    write("empty.md", "---\ntitle: x\n---\n  \n");
    write("long.md", "x".repeat(20_001));
    Files.write(folder.resolve("latin.md"), "é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Personas.in(folder))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining("Big Name.md: expected a file named")
        .hasMessageContaining("notes.txt: expected a file named")
        .hasMessageContaining("open.md, line 1: the lines in front have no end")
        .hasMessageContaining("key.md, line 2: titel: is not known here; expected one of")
        .hasMessageContaining("key.md, line 4: title: is there twice")
        .hasMessageContaining("key.md, line 5: about: expected some words")
        .hasMessageContaining("empty.md: has no text")
        .hasMessageContaining("long.md: is longer than")
        .hasMessageContaining("latin.md, line 1: is not UTF-8");
  }

  @Test
  void thoseThatAreShippedAreGood() {
    assertThat(Personas.in(Path.of("bot-config", "personas")).all())
        .hasSize(3)
        .allSatisfy(persona -> assertThat(persona.about()).isNotEmpty());
  }
}
