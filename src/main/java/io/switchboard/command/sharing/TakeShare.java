package io.switchboard.command.sharing;

import io.switchboard.chat.Place;
import io.switchboard.command.talk.RoomForOneMore;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.tree.AdoptTurns;
import io.switchboard.markup.Document;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.link.LinkToken;
import io.switchboard.share.read.Taken;
import java.util.List;
import java.util.Optional;

/**
 * Goes on with what somebody else shared, in a conversation of one's own. Whoever may read it may
 * do so; the copy depends on nothing.
 */
public final class TakeShare {
  private final Conversations conversations;
  private final Sharing sharing;
  private final RoomForOneMore room;

  TakeShare(Conversations conversations, Sharing sharing, RoomForOneMore room) {
    this.conversations = conversations;
    this.sharing = sharing;
    this.room = room;
  }

  /** For {@code /import LINK [PASSWORD]}. */
  public List<Effect> take(Visit visit, String arguments) {
    String[] words = arguments.strip().split("\\s+", 2);
    Optional<LinkToken> token = LinkToken.in(words[0]);
    if (words[0].isEmpty()) {
      return List.of(Effect.tell(visit.words().say("meant.import")));
    }
    if (token.isEmpty()) {
      return List.of(Effect.tell(visit.words().say("take.nothing")));
    }
    Optional<Document> refusal = room.refusal(visit);
    if (refusal.isPresent()) {
      return List.of(Effect.tell(refusal.get()));
    }
    String password = words.length > 1 ? words[1].strip() : "";
    if (!password.isEmpty() && visit.place().kind() != Place.Kind.PRIVATE) {
      return List.of(Effect.tell(visit.words().say("take.password.private")));
    }
    // A password takes a moment.
    return password.isEmpty()
        ? taken(visit, token.get(), password)
        : List.of(new Effect.Later(() -> taken(visit, token.get(), password)));
  }

  private List<Effect> taken(Visit visit, LinkToken token, String password) {
    Words words = visit.words();
    return List.of(
        Effect.tell(
            switch (sharing.opening().take(token.value(), visit.id(), password)) {
              case Taken.Copy(SharedCopy copy) -> adopt(visit, copy);
              case Taken.PasswordNeeded ignored -> words.say("take.password");
              case Taken.Wrong ignored -> words.say("take.wrong");
              case Taken.TooMany ignored -> words.say("take.too-many");
              case Taken.Nothing ignored -> words.say("take.nothing");
            }));
  }

  private Document adopt(Visit visit, SharedCopy copy) {
    conversations.adopt(
        visit.id(),
        visit.place(),
        copy.title(),
        copy.turns().stream()
            .map(turn -> new AdoptTurns.Exchange(turn.question(), turn.answer()))
            .toList());
    return visit.words().say("take.done", copy.title(), copy.turns().size());
  }
}
