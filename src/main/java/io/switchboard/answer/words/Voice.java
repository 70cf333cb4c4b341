package io.switchboard.answer.words;

import io.switchboard.account.Failure;
import io.switchboard.account.Piece;
import io.switchboard.attachment.Opened;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.Pager;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.conversation.TurnId;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.SpokenText;
import io.switchboard.markup.fill.Filled;
import io.switchboard.queue.request.RequestId;
import io.switchboard.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said around one answer, and the buttons under it, in its reader's language. */
public record Voice(Texts texts, Locale locale) {
  private static final int LONGEST_HEARD = 600;

  /** Under an answer that grows. */
  public List<List<Button>> growing(RequestId request) {
    return List.of(
        List.of(new AnswerAction.Stop(request.value()).button(say("answer.button.stop"))));
  }

  /**
   * Under an answer that is whole.
   *
   * @param variants all that can be looked at, the turn itself among them, oldest first
   * @param spoken whether it can be read aloud
   */
  public List<List<Button>> whole(TurnId turn, List<TurnId> variants, boolean spoken) {
    List<List<Button>> rows = new ArrayList<>();
    List<Button> paging = Pager.row(variants.stream().map(TurnId::value).toList(), turn.value());
    if (!paging.isEmpty()) {
      rows.add(paging);
    }
    List<Button> acts = new ArrayList<>();
    acts.add(new AnswerAction.Retry(turn.value()).button(say("answer.button.retry")));
    acts.add(new ShareAction.Share(turn.value()).button(say("answer.button.share")));
    if (spoken) {
      acts.add(new AnswerAction.Listen(turn.value()).button(say("answer.button.listen")));
    }
    rows.add(acts);
    return rows;
  }

  /** Under an answer that failed. */
  public List<List<Button>> failed(TurnId turn) {
    return List.of(
        List.of(new AnswerAction.Retry(turn.value()).button(say("answer.button.retry"))));
  }

  /** A text with the model's reasoning named. */
  public Document named(Document text) {
    return text.withReasoningNamed(say("answer.reasoning"));
  }

  /** The member ended it. */
  public Document stopped() {
    return aside("answer.stopped");
  }

  /** What ended it, if that was not the model itself. */
  public Document endedBy(Piece.By by) {
    return switch (by) {
      case ITSELF -> new Document(List.of());
      case LENGTH -> aside("answer.cut");
      case FILTER -> aside("answer.filtered");
    };
  }

  /** What was understood of what was said; nothing if nothing was said aloud. */
  public Document heard(String text) {
    if (text.isEmpty()) {
      return new Document(List.of());
    }
    boolean all = text.codePointCount(0, text.length()) <= LONGEST_HEARD;
    String shown = all ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_HEARD)) + "…";
    return aside("answer.heard", shown.replaceAll("\\s+", " "));
  }

  /** The place shows no pictures. */
  public Document noPicture() {
    return aside("answer.no-picture");
  }

  /** The place takes no sounds. */
  public Document noSound() {
    return aside("answer.no-sound");
  }

  /** What is said in the place of what cannot be read aloud. */
  public SpokenText.LeftOut leftOut() {
    return new SpokenText.LeftOut(
        say("spoken.code"), say("spoken.table"), say("spoken.formula"), say("spoken.rest"));
  }

  /** What the answer used. */
  public Document cost(long in, long out, String model) {
    return aside("answer.cost", in, out, model);
  }

  /** The answer is longer than what stands above. */
  public Document goesOn() {
    return aside("answer.long");
  }

  /**
   * Where the whole answer is.
   *
   * @param endsAt when the page ends; null if it never does
   */
  public Document whole(String url, @Nullable Instant endsAt) {
    return at("answer.long.whole", url, endsAt);
  }

  private Document at(String what, String url, @Nullable Instant endsAt) {
    List<Inline> text = new ArrayList<>();
    text.add(new Inline.Text(say(what) + " "));
    text.add(new Inline.Link(url, List.of(new Inline.Text(url))));
    if (endsAt != null) {
      text.add(new Inline.Break());
      text.add(new Inline.Text(say("answer.long.until") + " "));
      text.add(new Inline.Moment(endsAt, Inline.Moment.Style.RELATIVE));
    }
    return new Document(List.of(new Block.Paragraph(text)));
  }

  /** The answer stands on a page, too. */
  public Document onPage(String url, @Nullable Instant endsAt) {
    return at("answer.page", url, endsAt);
  }

  /** The answer is being written on a page. */
  public Document growingOnPage(String url) {
    return at("answer.page.growing", url, null);
  }

  /** The whole answer is in the file beside it. */
  public Document wholeInFile() {
    return Document.plain(say("answer.long.file"));
  }

  /** The account makes us wait. */
  public Document waiting() {
    return aside("answer.waiting");
  }

  /**
   * What became of a question's files that were not given to the model as they are; nothing if all
   * were.
   *
   * @param blind whether the model took no pictures
   */
  public Document about(List<Opened> files, boolean blind) {
    Document all = new Document(List.of());
    for (Opened file : files) {
      all =
          switch (file) {
            case Opened.Unreadable(String name, Opened.Reason why) ->
                all.and(aside(without(why), name));
            case Opened.Text(String name, String text, boolean cut) when cut ->
                all.and(aside("answer.file.cut", name));
            case Opened.Sound(String name, String type, byte[] content) ->
                all.and(aside("answer.file.kind", name));
            case Opened.Text _, Opened.Picture _ -> all;
          };
    }
    boolean unseen = blind && files.stream().anyMatch(Opened.Picture.class::isInstance);
    return unseen ? all.and(aside("answer.file.blind")) : all;
  }

  private static String without(Opened.Reason why) {
    return switch (why) {
      case GONE -> "answer.file.gone";
      case FAILED -> "answer.file.failed";
      case TOO_LARGE -> "answer.file.large";
      case WRONG_KIND -> "answer.file.kind";
    };
  }

  /** The model said nothing at all. */
  public Document nothing() {
    return aside("answer.empty");
  }

  /** We broke down, again and again. */
  public Document brokenDown() {
    return aside("answer.failed.ours");
  }

  /** The account did not answer. */
  public Document failure(Failure.Kind kind) {
    return aside(
        switch (kind) {
          case BUSY -> "answer.failed.busy";
          case UNAVAILABLE -> "answer.failed.unavailable";
          case KEY_REFUSED, OUT_OF_MONEY -> "answer.failed.account";
          case NO_SUCH_MODEL -> "answer.failed.model";
          case TOO_LONG -> "answer.failed.long";
          case REFUSED, NO_PICTURES -> "answer.failed.refused";
          case CUT_OFF, STALLED, STOPPED -> "answer.failed.cut";
        });
  }

  /** The question alone is more than the model takes: a new conversation would not help. */
  public Document questionTooLong() {
    return aside("answer.failed.question");
  }

  /** A remark of ours; what stands in it as code and begins with a slash is a command. */
  private Document aside(String key, Object... things) {
    Document said = Filled.in(Texts.joint(locale), arguments -> say(key, arguments), things);
    List<Block> lines = new ArrayList<>();
    for (Block line : said.blocks()) {
      lines.add(
          line instanceof Block.Paragraph(List<Inline> words)
              ? new Block.Paragraph(List.of(new Inline.Emphasis(words)))
              : line);
    }
    return new Document(lines);
  }

  private String say(String key, Object... things) {
    return texts.say(locale, key, things);
  }
}
