package io.switchboard.community;

import io.switchboard.chat.message.Messenger;
import io.switchboard.markup.Block;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.PlainText;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.SharedCopy;
import io.switchboard.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What a post says: the question, as much of the answer as one message holds, where the rest is,
 * and when it ends. In the language of whoever posts; without their name.
 */
public final class PostText {
  private static final int QUESTION = 400;
  private static final List<Integer> ANSWERS =
      List.of(20_000, 10_000, 3500, 2500, 1600, 1200, 800, 400, 150);

  private final Texts texts;
  private final Members members;
  private final UnaryOperator<String> address;

  /**
   * @param address makes a page's path the address that people open
   */
  public PostText(Texts texts, Members members, UnaryOperator<String> address) {
    this.texts = texts;
    this.members = members;
    this.address = address;
  }

  /** The body of a post, short enough for one message of this messenger with its title. */
  Document body(Messenger messenger, MemberId owner, ShareSummary share, SharedCopy copy) {
    Locale locale = members.find(owner).map(Member::speaks).orElse(Locale.ENGLISH);
    SharedCopy.SharedTurn first = copy.turns().getFirst();
    Document title =
        new Document(List.of(new Block.Heading(1, List.of(new Inline.Text(share.title())))));
    Document question = quoted(first.question());
    Document answer = Markdown.parse(first.answer()).withoutReasoning();
    boolean more = copy.turns().size() > 1;
    for (int bound : ANSWERS) {
      List<Document> parts = Cut.into(answer, PostText::length, bound);
      boolean continues = more || parts.size() > 1;
      Document body = question.and(parts.getFirst()).and(footer(locale, share, continues));
      if (messenger.cut(title.and(body)).size() == 1) {
        return body;
      }
    }
    return footer(locale, share, true);
  }

  private static Document quoted(String question) {
    List<Document> parts = Cut.into(Markdown.parse(question), PostText::length, QUESTION);
    Document first = parts.getFirst();
    Document shown = parts.size() > 1 ? first.and(Document.plain("…")) : first;
    return shown.blocks().isEmpty()
        ? shown
        : new Document(List.of(new Block.Quote(shown.blocks())));
  }

  private static int length(Document document) {
    return PlainText.of(document).length();
  }

  private Document footer(Locale locale, ShareSummary share, boolean continues) {
    List<Inline> line = new ArrayList<>();
    String path = share.path();
    if (path != null) {
      String label =
          continues
              ? texts.say(locale, "community.continues")
              : texts.say(locale, "community.opens");
      line.add(new Inline.Link(address.apply(path), List.of(new Inline.Text(label))));
    }
    Instant endsAt = share.endsAt();
    if (endsAt != null) {
      line.add(new Inline.Text(line.isEmpty() ? "" : " · "));
      line.add(new Inline.Text(texts.say(locale, "community.until") + " "));
      line.add(new Inline.Moment(endsAt, Inline.Moment.Style.DATE_TIME));
    }
    return line.isEmpty()
        ? new Document(List.of())
        : new Document(List.of(new Block.Paragraph(line)));
  }

  /** What stands in the place of a post whose share has ended. */
  Document ended(MemberId owner) {
    Locale locale = members.find(owner).map(Member::speaks).orElse(Locale.ENGLISH);
    return new Document(
        List.of(
            new Block.Paragraph(
                List.of(
                    new Inline.Emphasis(
                        List.of(new Inline.Text(texts.say(locale, "community.ended"))))))));
  }
}
