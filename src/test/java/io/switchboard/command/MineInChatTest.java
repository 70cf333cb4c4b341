package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Person;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.message.Button;
import io.switchboard.conversation.ConversationSummary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MineInChatTest {
  private final Town town = new Town(Town.generous());

  @AfterEach
  void close() {
    town.close();
  }

  private void talks(Person person, int many) {
    for (int i = 1; i <= many; i++) {
      town.time.step(Duration.ofMinutes(1));
      town.exchange(person, "Question number " + i, "answer " + i);
      town.command(person, "new");
    }
  }

  private void importing(Person person, String content) {
    town.platform.file("memory:file", content.getBytes(StandardCharsets.UTF_8));
    Attachment file = new Attachment("c.json", "application/json", 0, "memory:file");
    town.receive(
        new IncomingCommand(
            town.origin(person, Town.alone(person)), "import", "", null, List.of(file)));
  }

  @Test
  void thePagesOfTheListAreTurned() {
    talks(town.alice, 6);
    town.command(town.alice, "conversations");
    assertThat(town.last(town.alice).text())
        .contains("6 conversations", "number 6", "number 3")
        .doesNotContain("number 2");
    int messages = town.chat(town.alice).size();
    town.press(town.alice, "2/2 ▶");
    assertThat(town.chat(town.alice)).hasSize(messages);
    assertThat(town.last(town.alice).text()).contains("number 2", "number 1");
    town.press(town.alice, "◀ 1/2");
    assertThat(town.last(town.alice).text()).contains("number 6");
    town.press(town.bob, Town.alone(town.bob), town.last(town.alice), button("2/2 ▶"));
    assertThat(town.platform.everything()).contains("You have no conversations yet");
  }

  private Button.Press button(String label) {
    return town.last(town.alice).button(label);
  }

  @Test
  void whatWasSaidIsFound() {
    talks(town.alice, 6);
    town.exchange(town.alice, "100% of the _Pears_?", "猫 says yes");
    town.command(town.alice, "conversations search pears");
    assertThat(town.last(town.alice).text()).contains("in one conversation", "100%");
    town.command(town.alice, "conversations search 猫");
    assertThat(town.last(town.alice).text()).contains("in one conversation");
    town.command(town.alice, "conversations 0% of");
    assertThat(town.last(town.alice).text()).contains("in one conversation");
    town.command(town.alice, "conversations search number");
    assertThat(town.last(town.alice).text()).contains("in 6 conversations");
    town.press(town.alice, "2/2 ▶");
    assertThat(town.last(town.alice).text()).contains("in 6 conversations", "number 1");
    town.command(town.alice, "conversations search nothing like that");
    assertThat(town.last(town.alice).text()).contains("None of your conversations");
    town.command(town.bob, "conversations search pears");
    assertThat(town.last(town.bob).text()).contains("None of your conversations");
  }

  @Test
  void anotherThanThePresentOneIsRenamed() {
    talks(town.alice, 2);
    town.command(town.alice, "conversations");
    ConversationSummary older =
        town.conversations.list(town.members.recognize(town.alice).id()).getLast();
    var press =
        town.last(town.alice).presses().stream()
            .filter(p -> p.action().equals("rename:" + older.id()))
            .findFirst()
            .orElseThrow();
    town.press(town.alice, Town.alone(town.alice), town.last(town.alice), press);
    assertThat(town.last(town.alice).text()).contains("/conversations rename #" + older.id());
    town.command(town.alice, "conversations rename #" + older.id() + " Pears");
    assertThat(town.last(town.alice).text()).contains("now called “Pears”");
    town.command(town.bob, "conversations rename #" + older.id() + " Mine");
    assertThat(town.last(town.bob).text()).contains("You have no conversation");
    town.command(town.bob, "conversations rename");
    assertThat(town.last(town.bob).text()).contains("What should this conversation be called?");
  }

  @Test
  void deletingSaysHowManyLinksGoWithIt() {
    town.exchange(town.alice, "Share me", "yes");
    town.command(town.alice, "share");
    town.press(town.alice, "Share");
    town.command(town.alice, "conversations");
    town.press(town.alice, "Delete");
    assertThat(town.last(town.alice).text()).contains("One live link to it ends, too");
    town.press(town.bob, Town.alone(town.bob), town.last(town.alice), button("Yes, delete it"));
    assertThat(town.last(town.bob).text()).contains("belongs to somebody else");
    town.press(town.alice, "Yes, delete it");
    assertThat(town.last(town.alice).text()).contains("is deleted");
    town.command(town.alice, "shares");
    assertThat(town.last(town.alice).text()).contains("no live links");
  }

  @Test
  void aConversationGoesOutAsAFileAndComesBack() {
    town.command(town.alice, "export");
    assertThat(town.last(town.alice).text()).contains("nothing to export");
    town.exchange(town.alice, "Why is 天 blue?", "Rayleigh.");
    town.command(town.alice, "export");
    assertThat(town.platform.uploaded().name()).isEqualTo("Why-is-天-blue.md");
    assertThat(town.platform.uploadedText()).contains("# Why is 天 blue?", "Rayleigh.");
    town.command(town.alice, "export html");
    assertThat(town.platform.uploadedText()).startsWith("<!doctype html>");
    town.command(town.alice, "export json");
    String json = town.platform.uploadedText();
    town.command(town.alice, "export pdf");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> town.platform.uploaded().name().equals("Why-is-天-blue.pdf"));
    assertThat(town.platform.uploadedText()).startsWith("%PDF-");
    town.command(town.alice, "export docx");
    assertThat(town.last(town.alice).text()).contains("This is how it is meant");

    importing(town.bob, json);
    assertThat(town.last(town.bob).text()).contains("“Why is 天 blue?” is here");
    assertThat(town.conversations.list(town.members.recognize(town.bob).id())).hasSize(1);
    importing(town.bob, json.replace("\"version\" : 1", "\"version\" : 2"));
    assertThat(town.last(town.bob).text()).contains("What is wrong: version");
    town.command(town.bob, "import");
    assertThat(town.last(town.bob).text()).contains("the file that /export json made");
  }

  @Test
  void aNewConversationIsCalledByItsTitle() {
    town.command(town.alice, "new My cats");
    assertThat(town.last(town.alice).text()).contains("“My cats”, a new conversation, begins here");
  }
}
