package io.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
  @Test
  void comesBackAsItWas() {
    Question question =
        new Question(
            new ConversationId(Long.MAX_VALUE),
            new TurnId(2),
            null,
            "line\n\"quoted\" 中文 😀",
            List.of(new Attachment("a.png", "image/png", 5_000_000_000L, "discord:x/y")));
    assertThat(Question.decode(question.encode())).isEqualTo(question);
    Question bare = new Question(new ConversationId(1), null, new TurnId(3), "", List.of());
    assertThat(Question.decode(bare.encode())).isEqualTo(bare);
    Question edited =
        new Question(
            new ConversationId(1),
            null,
            null,
            new TurnId(4),
            "now",
            List.of(),
            new MessageId("sandbox:5"));
    assertThat(Question.decode(edited.encode())).isEqualTo(edited);
  }

  @Test
  void anotherVersionsFieldsAreNoTrouble() {
    assertThat(Question.decode("{\"conversation\":7,\"new\":{\"x\":[1]},\"text\":\"hi\"}"))
        .isEqualTo(new Question(new ConversationId(7), null, null, "hi", List.of()));
  }

  @Test
  void somethingElseIsRefused() {
    assertThatThrownBy(() -> Question.decode("{}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Question.decode("no json"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
