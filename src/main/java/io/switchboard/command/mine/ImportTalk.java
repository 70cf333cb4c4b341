package io.switchboard.command.mine;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.command.talk.RoomForOneMore;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.export.ReadJson;
import io.switchboard.conversation.export.Whole;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.Optional;

/** {@code /import} with a file: a conversation that was exported as JSON, as one's own again. */
final class ImportTalk {
  private final Conversations conversations;
  private final RoomForOneMore room;

  ImportTalk(Conversations conversations, RoomForOneMore room) {
    this.conversations = conversations;
    this.room = room;
  }

  List<Effect> take(Visit visit, List<Attachment> files) {
    if (files.size() != 1) {
      return List.of(Effect.ask(visit, visit.words().say("meant.import"), "import"));
    }
    Optional<Document> full = room.refusal(visit);
    if (full.isPresent()) {
      return List.of(Effect.tell(full.get()));
    }
    return List.of(
        new Effect.Fetch(files.getFirst(), ReadJson.LARGEST, fetched -> fetched(visit, fetched)));
  }

  private List<Effect> fetched(Visit visit, Fetched fetched) {
    Words words = visit.words();
    return switch (fetched) {
      case Fetched.Whole(byte[] content) -> take(visit, content);
      case Fetched.TooLarge() ->
          List.of(Effect.tell(words.say("import.too-large", ReadJson.LARGEST / 1_000_000)));
      case Fetched.Gone(String why) -> List.of(Effect.tell(words.say("import.unreachable")));
      case Fetched.Failed(String why) -> List.of(Effect.tell(words.say("import.unreachable")));
    };
  }

  private List<Effect> take(Visit visit, byte[] content) {
    Words words = visit.words();
    Whole whole;
    try {
      whole = ReadJson.of(content);
    } catch (ReadJson.NotOurs e) {
      return List.of(Effect.tell(words.say("import.wrong", String.valueOf(e.getMessage()))));
    }
    if (whole.turns().isEmpty()) {
      return List.of(Effect.tell(words.say("import.empty")));
    }
    ConversationId taken = conversations.take(whole, visit.id(), visit.place());
    String title = conversations.title(taken, visit.id()).orElse("…");
    boolean here = conversations.current(visit.id(), visit.place()).equals(taken);
    return List.of(
        Effect.tell(
            words.say(
                here ? "import.done" : "import.done.elsewhere", title, whole.turns().size())));
  }
}
