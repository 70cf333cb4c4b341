package io.switchboard.relay;

import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.conversation.Titles;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.relay.kept.ToCarry;
import io.switchboard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a copy says. Who said it, and where, stands above it; names and questions are people's own
 * words, in which nothing acts.
 */
final class Wording {
  private static final int LONGEST_NAME = 60;

  /** An at sign that would call somebody; the one in a mail address calls nobody. */
  private static final Pattern CALL = Pattern.compile("(?<![\\p{L}\\p{N}._-])@(?=[\\p{L}\\p{N}_])");

  /** How adapters write mentioned people. */
  private static final Pattern PERSON =
      Pattern.compile("(?<![\\p{L}\\p{N}:/])[a-z]{3,20}:[A-Za-z0-9_]{1,40}(?![\\p{L}\\p{N}:/])");

  private final Members members;
  private final Texts texts;

  Wording(Members members, Texts texts) {
    this.members = members;
    this.texts = texts;
  }

  Document question(ToCarry turn, LinkedPlace from) {
    Document head =
        line(List.of(strong(name(turn.author())), new Inline.Text(" · " + from.called())));
    String said = named(turn.question().strip());
    return said.isEmpty() ? head : head.and(said.contains("```") ? fenced(said) : typed(said));
  }

  private static Document fenced(String said) {
    return Markdown.parse(harmless(said));
  }

  private static Document typed(String said) {
    List<Inline> lines = new ArrayList<>();
    for (String line : harmless(said).lines().toList()) {
      if (!lines.isEmpty()) {
        lines.add(new Inline.Break());
      }
      lines.add(new Inline.Text(line));
    }
    return line(lines);
  }

  private static String harmless(String said) {
    return CALL.matcher(said).replaceAll("@\u200B");
  }

  Document answer(ToCarry turn) {
    Document head =
        line(List.of(new Inline.Text("↳ "), strong(name(turn.author())), new Inline.Text(":")));
    return head.and(Markdown.parse(turn.answer()).withoutReasoning());
  }

  List<List<Button>> buttons(ToCarry turn, LinkedPlace to) {
    long id = turn.turn().value();
    return List.of(
        List.of(
            new AnswerAction.Retry(id).button(texts.say(to.language(), "answer.button.retry")),
            new ShareAction.Share(id).button(texts.say(to.language(), "answer.button.share"))));
  }

  /** Above a file, and instead of one that cannot be carried over. */
  Document file(ToCarry turn, String name) {
    return line(
        List.of(strong(name(turn.author())), new Inline.Text(" · 📎 " + Titles.clean(name))));
  }

  Document noFile(ToCarry turn, String name, LinkedPlace from, LinkedPlace to) {
    return file(turn, name)
        .and(Document.plain(texts.say(to.language(), "relay.file.only", from.called())));
  }

  private String name(MemberId author) {
    String name = Titles.clean(harmless(members.find(author).map(Member::name).orElse("")));
    if (name.isEmpty()) {
      return "?";
    }
    int most = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
    return name.substring(0, name.offsetByCodePoints(0, most));
  }

  /** Ids of people mean nothing to anybody: they are called by their names. */
  private String named(String said) {
    return PERSON
        .matcher(said)
        .replaceAll(
            id ->
                Matcher.quoteReplacement(
                    members.named(id.group(), "").map(Member::name).orElse(id.group())));
  }

  private static Inline strong(String text) {
    return new Inline.Strong(List.of(new Inline.Text(text)));
  }

  private static Document line(List<Inline> text) {
    return new Document(List.of(new Block.Paragraph(text)));
  }
}
