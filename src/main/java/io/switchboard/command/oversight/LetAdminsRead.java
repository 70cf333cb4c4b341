package io.switchboard.command.oversight;

import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.List;

/** {@code /conversations admins}: whether admins may read one's conversations, and who did. */
final class LetAdminsRead {
  private static final int LOOKS = 10;

  private final Rooms rooms;
  private final Theirs theirs;

  LetAdminsRead(Rooms rooms, Theirs theirs) {
    this.rooms = rooms;
    this.theirs = theirs;
  }

  List<Effect> tell(Visit visit) {
    return List.of(new Effect.Say(reply(visit), sent -> List.of()));
  }

  List<Effect> set(Visit visit, boolean allowed, MessageId message) {
    if (!rooms.oversight().offered()) {
      return List.of(Effect.tell(visit.words().say("oversight.off")));
    }
    rooms.oversight().allow(visit.id(), allowed);
    return List.of(new Effect.Change(message, reply(visit)));
  }

  private Reply reply(Visit visit) {
    Words words = visit.words();
    List<AuditEntry> looks = rooms.audit().about(Theirs.LOOKED, theirs.target(visit.id()), LOOKS);
    Document seen =
        looks.isEmpty()
            ? words.say("oversight.looks.none")
            : Words.all(
                words.say("oversight.looks"),
                Words.list(looks.stream().map(look -> line(words, look)).toList()));
    if (!rooms.oversight().offered()) {
      return Reply.of(words.say("oversight.off").and(looks.isEmpty() ? NOTHING : seen))
          .onlyForAsker();
    }
    boolean allowed = rooms.oversight().allows(visit.id());
    String state = allowed ? "oversight.open" : "oversight.shut";
    String change = allowed ? "oversight.shut.do" : "oversight.open.do";
    return Reply.of(words.say(state).and(seen))
        .with(List.of(List.of(new OversightAction.LetRead(!allowed).button(words.label(change)))))
        .onlyForAsker();
  }

  private static final Document NOTHING = new Document(List.of());

  private Document line(Words words, AuditEntry look) {
    return words.say(
        "oversight.look",
        theirs.name(look.who()),
        look.detail(),
        new Inline.Moment(look.at(), Inline.Moment.Style.DATE_TIME));
  }
}
