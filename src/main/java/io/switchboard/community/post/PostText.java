package io.switchboard.community.post;

import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Posts;
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
import io.switchboard.share.link.LinkToken;
import io.switchboard.share.own.LookAtOwn;
import io.switchboard.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a post says: the question, as much of the answer as one message holds, where the rest is,
 * and when it ends. In the language of the channel, or of whoever posts; without their name.
 */
public final class PostText {
  private static final int QUESTION = 400;
  private static final List<Integer> ANSWERS =
      List.of(20_000, 10_000, 6000, 3500, 2500, 1600, 1200, 800, 400, 150);

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

  /** What is told, and in which language. */
  public record Told(LookAtOwn.Seen seen, List<String> tags, Locale locale) {
    ShareSummary share() {
      return seen.share();
    }

    SharedCopy copy() {
      return seen.copy();
    }
  }

  /** The language of a post where its channel has none. */
  public Locale language(MemberId owner) {
    return members.find(owner).map(Member::speaks).orElse(Locale.ENGLISH);
  }

  /** A post that is short enough for a channel. */
  public Post post(Posts posts, String channel, Told told) {
    SharedCopy.SharedTurn first = told.copy().turns().getFirst();
    Document question = quoted(first.question());
    Document answer = Markdown.parse(first.answer()).withoutReasoning();
    boolean more = told.copy().turns().size() > 1;
    for (int bound : ANSWERS) {
      List<Document> parts = Cut.into(answer, PostText::length, bound);
      boolean continues = more || parts.size() > 1;
      Document body = question.and(parts.getFirst()).and(footer(told, continues));
      Post post = post(posts, told, body);
      if (posts.fits(channel, post)) {
        return post;
      }
    }
    return post(posts, told, footer(told, true));
  }

  private Post post(Posts posts, Told told, Document body) {
    Reply reply = Reply.of(body).with(List.of(buttons(posts, told)));
    return new Post(told.share().title(), reply, told.tags());
  }

  private List<Button> buttons(Posts posts, Told told) {
    long share = told.share().id().value();
    List<Button> row = new ArrayList<>();
    String path = told.share().path();
    if (path != null) {
      row.add(new Button.Link(say(told, "community.button.open"), address.apply(path)));
      Optional<LinkToken> token = LinkToken.in(path);
      String goOn = say(told, "community.button.take");
      token
          .flatMap(t -> posts.inPrivate(goOn, "import-" + t.value()))
          .or(() -> Optional.of(new CommunityAction.Take(share).button(goOn)))
          .ifPresent(row::add);
    }
    String report = say(told, "community.button.report");
    row.add(
        posts
            .inPrivate(report, "report-" + share)
            .orElseGet(() -> new CommunityAction.Report(share, "").button(report)));
    return row;
  }

  private String say(Told told, String key) {
    return texts.say(told.locale(), key);
  }

  /** A question as it stands before its answer. */
  public static Document quoted(String question) {
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

  private Document footer(Told told, boolean continues) {
    List<Inline> line = new ArrayList<>();
    String path = told.share().path();
    if (path != null && continues) {
      String label = say(told, "community.continues");
      line.add(new Inline.Link(address.apply(path), List.of(new Inline.Text(label))));
    }
    Instant endsAt = told.share().endsAt();
    if (endsAt != null) {
      line.add(new Inline.Text(line.isEmpty() ? "" : " · "));
      line.add(new Inline.Text(say(told, "community.until") + " "));
      line.add(new Inline.Moment(endsAt, Inline.Moment.Style.DATE_TIME));
    }
    return line.isEmpty()
        ? new Document(List.of())
        : new Document(List.of(new Block.Paragraph(line)));
  }

  /** The address of a share's page; empty if it cannot be told again. */
  public Optional<String> page(ShareSummary share) {
    return Optional.ofNullable(share.path()).map(address);
  }

  /** What stands in the place of a post whose share has ended. */
  public Post ended(Locale locale) {
    return new Post(
        texts.say(locale, "community.ended.title"),
        Reply.of(slanted(texts.say(locale, "community.ended"))),
        List.of());
  }

  /** What stands in the place of a post that was withdrawn and cannot be deleted. */
  public Reply withdrawn(Locale locale) {
    return Reply.of(slanted(texts.say(locale, "community.withdrawn")));
  }

  private static Document slanted(String text) {
    return new Document(
        List.of(new Block.Paragraph(List.of(new Inline.Emphasis(List.of(new Inline.Text(text)))))));
  }
}
