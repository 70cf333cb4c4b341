package io.switchboard.command.visit;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Prompt;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is to be done in a chat after a command; nothing that must not be lost. */
public sealed interface Effect {
  /**
   * Says something in reply.
   *
   * @param reply may be longer than a message; the buttons come under its end
   * @param then is told the message that carries the end, once it is there, and says what is to be
   *     done then
   */
  record Say(Reply reply, Function<MessageId, List<Effect>> then) implements Effect {}

  /**
   * Asks whoever began it for a text.
   *
   * @param reply the question, with buttons that lead to the same where no reply can be opened
   * @param wish what is done with the text, as a press with it
   */
  record Ask(Reply reply, Action wish) implements Effect {}

  /**
   * Says something where nobody else sees it: in the private chat with the asker. In a group, they
   * are told there whether it was.
   */
  record InPrivate(Reply reply, Document sent, Document failed) implements Effect {}

  /** Changes one of our messages; where that cannot be done, says it anew. */
  record Change(MessageId message, Reply reply) implements Effect {}

  /**
   * Puts a text in the place of another.
   *
   * @param messages those that show the other, in their order; if there are none, it is said anew
   * @param reply may be longer than a message; the buttons come under its end
   * @param then is told the messages that show it now
   */
  record Replace(List<MessageId> messages, Reply reply, Consumer<List<MessageId>> then)
      implements Effect {}

  /** Takes one of our messages away, if that can be done. */
  record TakeAway(MessageId message) implements Effect {}

  /**
   * Says something to everybody and opens a thread under it, where the platform has threads.
   *
   * @param inThread is told the thread, and says what is to be said in it
   * @param otherwise if there is no thread: is told the message that was said, if any
   */
  record OpenThread(
      Reply opening,
      String title,
      Function<PlaceId, List<Effect>> inThread,
      Function<Optional<MessageId>, List<Effect>> otherwise)
      implements Effect {}

  /**
   * Gives the asker a file.
   *
   * @param otherwise if it cannot be given here
   */
  record GiveFile(Upload file, Reply caption, Supplier<List<Effect>> otherwise) implements Effect {}

  /**
   * Fetches a file that came with what was said.
   *
   * @param most so many bytes, at most
   */
  record Fetch(Attachment file, long most, Function<Fetched, List<Effect>> then)
      implements Effect {}

  /**
   * Says something to somebody else in private, on the first of their accounts that can be reached.
   *
   * @param accounts of one member
   */
  record ToMember(List<PersonId> accounts, Reply reply) implements Effect {}

  /** Does these in another place, where nobody asked for them. */
  record In(PlaceId place, List<Effect> effects) implements Effect {}

  /** Does what takes the network, and then what comes of it. */
  record Later(Supplier<List<Effect>> work) implements Effect {}

  /**
   * Does what may take the network for very long, and then what comes of it: whoever is in the
   * place is answered meanwhile. On a page it is said once it is known.
   */
  record Meanwhile(Supplier<List<Effect>> work) implements Effect {}

  /** Says it for the asker's eyes. */
  static Say tell(Document text) {
    return tell(text, List.of());
  }

  /** Says it for the asker's eyes, with buttons. */
  static Say tell(Document text, List<List<Button>> buttons) {
    return new Say(Reply.of(text).with(buttons).onlyForAsker(), message -> List.of());
  }

  /** Asks for what is still missing from a command, of which this is there. */
  static Effect ask(Visit visit, Document question, String line) {
    AdminAction.Write wish = new AdminAction.Write(visit.id().value(), line);
    return ask(visit, question, wish, wish);
  }

  /**
   * Asks for a text.
   *
   * @param form does the same by a button, where a platform shows forms
   * @param wish what is done with the text
   */
  static Effect ask(Visit visit, Document question, Action form, Action wish) {
    Words words = visit.words();
    Button leave =
        new AdminAction.Continue(visit.id().value(), "").button(words.label("step.leave"));
    List<Button> buttons =
        Button.Press.fits(form.encode())
            ? List.of(form.button(words.label("step.write")), leave)
            : List.of();
    return new Ask(
        Reply.of(question)
            .with(buttons.isEmpty() ? List.of() : List.of(buttons))
            .onlyForAsker()
            .asking(new Prompt(visit.origin().sender(), words.label("step.hint"))),
        wish);
  }

  /** Says it to everybody there. */
  static Effect announce(Document text) {
    return new Say(Reply.of(text), message -> List.of());
  }

  /** Puts this in the place of a message that was for the asker's eyes. */
  static Effect change(MessageId message, Document text) {
    return new Change(message, Reply.of(text).onlyForAsker());
  }
}
