package io.switchboard.command.oversight;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.export.Labels;
import io.switchboard.conversation.export.Whole;
import io.switchboard.conversation.export.WriteMarkdown;
import io.switchboard.conversation.oversight.Overseen;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /conversation find|show|delete}: conversations of members. */
final class OverseeTalks {
  private static final int MOST = 5;
  private static final int LONGEST_LABEL = 30;

  private final Rooms rooms;
  private final Theirs theirs;

  OverseeTalks(Rooms rooms, Theirs theirs) {
    this.rooms = rooms;
    this.theirs = theirs;
  }

  /** By their owner, and, where that is allowed, by words in title or text. */
  List<Effect> find(Visit visit, String wish) {
    Words words = visit.words();
    String[] parts = wish.strip().split("\\s+", 2);
    boolean named = parts[0].startsWith("@") || parts[0].matches("[a-z]+:[A-Za-z0-9_]+");
    Optional<Member> owner = named ? theirs.named(visit, parts[0]) : Optional.empty();
    if (named && owner.isEmpty()) {
      return List.of(Effect.tell(words.say("limit.nobody", parts[0])));
    }
    String said = named ? (parts.length > 1 ? parts[1] : "") : wish.strip();
    List<Overseen> found =
        rooms.oversight().find(owner.map(Member::id).orElse(null), said, MOST + 1);
    if (found.isEmpty()) {
      return List.of(Effect.tell(words.say("oversight.none")));
    }
    List<Document> lines = new ArrayList<>();
    List<List<Button>> buttons = new ArrayList<>();
    for (Overseen one : found.stream().limit(MOST).toList()) {
      lines.add(line(words, one));
      buttons.add(row(words, one));
    }
    Document more =
        found.size() > MOST ? words.say("oversight.more", MOST) : new Document(List.of());
    return List.of(
        Effect.tell(
            Words.all(
                words.say("oversight.found"), Words.list(lines), more, words.say("oversight.how")),
            buttons));
  }

  private Document line(Words words, Overseen one) {
    if (!one.readable()) {
      return words.say(
          "oversight.line.closed",
          new Inline.Code("#" + one.id()),
          theirs.name(one.owner()),
          one.turns(),
          new Inline.Moment(one.usedAt(), Inline.Moment.Style.RELATIVE));
    }
    return words.say(
        "oversight.line",
        new Inline.Code("#" + one.id()),
        one.title(),
        theirs.name(one.owner()),
        one.turns(),
        new Inline.Moment(one.usedAt(), Inline.Moment.Style.RELATIVE));
  }

  private static List<Button> row(Words words, Overseen one) {
    String title = one.name();
    String label =
        title.codePointCount(0, title.length()) <= LONGEST_LABEL
            ? title
            : title.substring(0, title.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    long id = one.id().value();
    List<Button> row = new ArrayList<>();
    if (one.readable()) {
      row.add(new OversightAction.Show(id).button(words.label("oversight.show", label)));
    }
    row.add(new OversightAction.Remove(id, false).button(words.label("oversight.delete", label)));
    return row;
  }

  /** As a file, in private; that it was looked at is written down first. */
  List<Effect> show(Visit visit, ConversationId conversation) {
    Words words = visit.words();
    Optional<Overseen> seen = rooms.oversight().of(conversation);
    if (!rooms.oversight().offered()) {
      return List.of(Effect.tell(words.say("oversight.off")));
    }
    if (seen.isEmpty()) {
      return List.of(Effect.tell(words.say("oversight.unknown", "#" + conversation)));
    }
    if (visit.place().kind() != Place.Kind.PRIVATE) {
      return List.of(Effect.tell(words.say("oversight.private")));
    }
    Optional<Whole> whole = rooms.oversight().whole(conversation, theirs::name);
    if (whole.isEmpty()) {
      return List.of(Effect.tell(words.say("oversight.closed", theirs.name(seen.get().owner()))));
    }
    rooms
        .audit()
        .record(
            visit.id(),
            Theirs.LOOKED,
            theirs.target(seen.get().owner()),
            "#" + conversation + " " + seen.get().title());
    Labels labels =
        new Labels(
            words.label("export.question"),
            words.label("export.answer"),
            words.label("export.files"),
            words.locale().toLanguageTag());
    byte[] text = WriteMarkdown.of(whole.get(), labels).getBytes(StandardCharsets.UTF_8);
    Upload file = Upload.document("conversation-" + conversation + ".md", "text/markdown", text);
    Document caption =
        words.say("oversight.shown", seen.get().title(), theirs.name(seen.get().owner()));
    return List.of(
        new Effect.GiveFile(
            file,
            Reply.of(caption).onlyForAsker(),
            () -> List.of(Effect.tell(words.say("export.failed")))));
  }

  /** Asks whether to delete it; once that is sure, does it, and tells its owner. */
  List<Effect> remove(Visit visit, ConversationId conversation, boolean sure, MessageId message) {
    Words words = visit.words();
    Optional<Overseen> seen = rooms.oversight().of(conversation);
    if (seen.isEmpty()) {
      return List.of(Effect.tell(words.say("oversight.unknown", "#" + conversation)));
    }
    Overseen one = seen.get();
    MemberId owner = one.owner();
    if (!theirs.below(visit, owner)) {
      return List.of(Effect.tell(words.say("member.admin", theirs.name(owner))));
    }
    if (!sure) {
      int links = rooms.outside().sharing().looking().linksFrom(conversation);
      return List.of(
          Effect.tell(
              words.say("oversight.delete.sure", one.name(), theirs.name(owner), links),
              List.of(
                  List.of(
                      new OversightAction.Remove(conversation.value(), true)
                          .button(words.label("conversation.delete.yes"))))));
    }
    rooms
        .audit()
        .record(visit.id(), "conversation delete", theirs.target(owner), "#" + conversation);
    String title = rooms.conversations().title(conversation, owner).orElse(one.name());
    rooms.conversations().delete(conversation, owner);
    Words owners = theirs.words(visit, owner);
    return List.of(
        Effect.change(message, words.say("conversation.deleted", one.name())),
        theirs.tell(owner, Reply.of(owners.say("oversight.deleted", title))));
  }
}
