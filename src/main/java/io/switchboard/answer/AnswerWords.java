package io.switchboard.answer;

import io.switchboard.account.Failure;
import io.switchboard.chat.Action;
import io.switchboard.chat.Button;
import io.switchboard.conversation.TurnId;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.queue.RequestId;
import io.switchboard.text.Texts;
import java.util.List;
import java.util.Locale;

/** What is said around an answer, and the buttons under it, in the asker's language. */
public final class AnswerWords {
  private final Texts texts;
  private final Members members;

  public AnswerWords(Texts texts, Members members) {
    this.texts = texts;
    this.members = members;
  }

  /** Under an answer that grows. */
  List<List<Button>> growing(RequestId request, MemberId reader) {
    return List.of(
        List.of(new Action.Stop(request.value()).button(say(reader, "answer.button.stop"))));
  }

  /** Under an answer that is whole. */
  List<List<Button>> whole(TurnId turn, MemberId reader) {
    return List.of(
        List.of(
            new Action.Retry(turn.value()).button(say(reader, "answer.button.retry")),
            new Action.Share(turn.value()).button(say(reader, "answer.button.share"))));
  }

  /** Under an answer that failed. */
  List<List<Button>> failed(TurnId turn, MemberId reader) {
    return List.of(
        List.of(new Action.Retry(turn.value()).button(say(reader, "answer.button.retry"))));
  }

  /** The member ended it. */
  Document stopped(MemberId reader) {
    return aside(say(reader, "answer.stopped"));
  }

  /** The model's own bound ended it. */
  Document cutByModel(MemberId reader) {
    return aside(say(reader, "answer.cut"));
  }

  /** The account makes us wait. */
  Document waiting(MemberId reader) {
    return aside(say(reader, "answer.waiting"));
  }

  /** The model said nothing at all. */
  Document nothing(MemberId reader) {
    return aside(say(reader, "answer.empty"));
  }

  /** The account did not answer. */
  Document failure(MemberId reader, Failure.Kind kind) {
    return aside(
        say(
            reader,
            switch (kind) {
              case BUSY -> "answer.failed.busy";
              case UNAVAILABLE -> "answer.failed.unavailable";
              case KEY_REFUSED, OUT_OF_MONEY -> "answer.failed.account";
              case NO_SUCH_MODEL -> "answer.failed.model";
              case TOO_LONG -> "answer.failed.long";
              case REFUSED -> "answer.failed.refused";
              case CUT_OFF, STALLED, STOPPED -> "answer.failed.cut";
            }));
  }

  private static Document aside(String text) {
    return new Document(
        List.of(new Block.Paragraph(List.of(new Inline.Emphasis(List.of(new Inline.Text(text)))))));
  }

  private String say(MemberId reader, String key) {
    return texts.say(members.find(reader).map(Member::speaks).orElse(Locale.ENGLISH), key);
  }
}
