package io.switchboard.community.approve;

import io.switchboard.chat.action.CommunityAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.post.Mark;
import io.switchboard.community.post.PostText;
import io.switchboard.db.Database;
import io.switchboard.markup.Block;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.PlainText;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.own.LookAtOwn;
import io.switchboard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What the staff is shown of a share that somebody wants posted. */
public final class ApprovalCard {
  /** Reasons for declining that are one press; each has a text of its own. */
  public static final List<String> REASONS = List.of("topic", "personal", "wrong", "double");

  private static final int EXCERPT = 600;

  private final Database database;
  private final Sharing sharing;
  private final Members members;
  private final PostText text;
  private final Texts texts;
  private final Supplier<Locale> staff;

  /**
   * @param staff the language that the staff speaks
   */
  public ApprovalCard(
      Database database,
      Sharing sharing,
      Members members,
      PostText text,
      Texts texts,
      Supplier<Locale> staff) {
    this.staff = staff;
    this.database = database;
    this.sharing = sharing;
    this.members = members;
    this.text = text;
    this.texts = texts;
  }

  /** The card; empty for what never was asked for. */
  public Optional<Reply> card(String id, Locale language) {
    ShareId share = new ShareId(Long.parseLong(id));
    return database.read(h -> ItemTable.find(h, share)).flatMap(item -> card(item, language));
  }

  private Optional<Reply> card(ItemRow item, Locale language) {
    Optional<LookAtOwn.Seen> seen = sharing.looking().seen(item.share(), item.owner());
    if (item.state() != ItemRow.State.WAITING || seen.isEmpty()) {
      return Optional.of(Reply.of(over(item, seen.map(LookAtOwn.Seen::share), language)));
    }
    ShareSummary share = seen.get().share();
    SharedCopy copy = seen.get().copy();
    Document asked = line(language, "community.card.asked", share.title());
    SharedCopy.SharedTurn first = copy.turns().getFirst();
    Document body =
        asked
            .and(PostText.quoted(first.question()))
            .and(beginning(first.answer()))
            .and(facts(item, share, copy, language));
    return Optional.of(Reply.of(body).with(buttons(share, language)));
  }

  private static Document beginning(String answer) {
    List<Document> parts =
        Cut.into(
            Markdown.parse(answer).withoutReasoning(),
            document -> PlainText.of(document).length(),
            EXCERPT);
    return parts.size() > 1 ? parts.getFirst().and(Document.plain("…")) : parts.getFirst();
  }

  private Document facts(ItemRow item, ShareSummary share, SharedCopy copy, Locale language) {
    List<Inline> line = new ArrayList<>();
    line.add(
        new Inline.Text(
            texts.say(
                language, "community.card.facts", copy.turns().size(), item.share().value())));
    if (!item.tags().isEmpty()) {
      line.add(new Inline.Text(" · " + String.join(", ", item.tags())));
    }
    String name = share.readers().name();
    if (name != null) {
      line.add(new Inline.Text(" · " + texts.say(language, "community.card.named", name)));
    }
    if (share.endsAt() != null) {
      line.add(new Inline.Text(" · " + texts.say(language, "community.until") + " "));
      line.add(new Inline.Moment(share.endsAt(), Inline.Moment.Style.DATE_TIME));
    }
    return new Document(List.of(new Block.Paragraph(line)));
  }

  private Document over(ItemRow item, Optional<ShareSummary> share, Locale language) {
    String title = share.map(ShareSummary::title).orElse("…");
    String who =
        Optional.ofNullable(item.verdict().by())
            .flatMap(members::find)
            .map(Member::name)
            .orElse("…");
    String reason = reason(texts, language, item.verdict().reason());
    return switch (item.state()) {
      case OPEN -> line(language, "community.card.approved", title, who);
      case DECLINED ->
          reason.isEmpty()
              ? line(language, "community.card.declined", title, who)
              : line(language, "community.card.declined.why", title, who, reason);
      case REMOVED -> line(language, "community.card.removed", title, who);
      case WAITING, ENDED -> line(language, "community.card.ended");
      case CHOOSING, WITHDRAWN -> line(language, "community.card.withdrawn");
    };
  }

  private Document line(Locale language, String key, Object... things) {
    return new Document(
        List.of(
            new Block.Paragraph(
                List.of(
                    new Inline.Strong(
                        List.of(new Inline.Text(texts.say(language, key, things))))))));
  }

  private List<List<Button>> buttons(ShareSummary share, Locale language) {
    String mark = Mark.sight(share);
    List<Button> decide = new ArrayList<>();
    decide.add(judge(share, mark, "yes").button(texts.say(language, "community.button.approve")));
    decide.add(judge(share, mark, "no").button(texts.say(language, "community.button.decline")));
    text.page(share)
        .ifPresent(
            page ->
                decide.add(new Button.Link(texts.say(language, "community.button.look"), page)));
    return List.of(decide);
  }

  /** The card of a share in the language that the staff speaks. */
  public Optional<Reply> present(ShareId share) {
    return card(share.toString(), staff.get());
  }

  /** The same card, asking why it is declined. */
  public Optional<Reply> asking(ShareId share, String mark) {
    return present(share).map(card -> card.with(reasons(share.value(), mark, staff.get())));
  }

  private List<List<Button>> reasons(long share, String mark, Locale language) {
    List<List<Button>> rows = new ArrayList<>();
    for (String reason : REASONS) {
      rows.add(
          List.of(
              new CommunityAction.Judge(share, mark, reason)
                  .button(reason(texts, language, "@" + reason))));
    }
    rows.add(
        List.of(
            new CommunityAction.Judge(share, mark, CommunityAction.Judge.WORDS)
                .button(texts.say(language, "community.button.decline.words")),
            new CommunityAction.Judge(share, mark, "plain")
                .button(texts.say(language, "community.button.decline.plain")),
            new CommunityAction.Judge(share, mark, "back")
                .button(texts.say(language, "community.button.back"))));
    return rows;
  }

  /** A reason in a language: one of {@link #REASONS} behind an at sign, or as it was written. */
  public static String reason(Texts texts, Locale language, String reason) {
    return reason.startsWith("@") && REASONS.contains(reason.substring(1))
        ? texts.say(language, "community.decline." + reason.substring(1))
        : reason;
  }

  private static CommunityAction.Judge judge(ShareSummary share, String mark, String verdict) {
    return new CommunityAction.Judge(share.id().value(), mark, verdict);
  }
}
